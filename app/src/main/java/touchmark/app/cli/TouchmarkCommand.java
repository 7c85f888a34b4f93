package touchmark.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import touchmark.app.HomeDirectory;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.crypto.KeyUnavailableException;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ledger.model.ResourceId;

/// The command itself: the options that every sub-command takes, and the way to an opened home.
@Command(
    name = "touchmark",
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    description = "Whose design is this, and may it be printed here?",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done, PASS, or no difference",
      "1:CAUTION, or diff found differences",
      "2:FAIL, or refused by a rule",
      "3:UNKNOWN (not registered, or nothing to compare with)",
      "64:usage",
      "65:bad input file",
      "69:a peer or service is not reachable, or another process holds the home",
      "70:internal error",
      "74:disk",
      "77:wrong password or key locked"
    })
final class TouchmarkCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "the station's directory (also TOUCHMARK_HOME)")
  private @Nullable Path home;

  @Option(
      names = "--as",
      paramLabel = "RESOURCE",
      scope = ScopeType.INHERIT,
      description =
          "the party that acts, or PERSON@ORGANIZATION to say who signs for it; default: the"
              + " organization that init made")
  private @Nullable String actingFor;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "one JSON document on stdout, nothing else")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "say more, stack traces too")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "no progress bar")
  private boolean quiet;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "holds the key store's password (also TOUCHMARK_PASSWORD, or a prompt)")
  private @Nullable Path passwordFile;

  @Option(
      names = "--authority-key",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "the organization's authority key that `identity export --authority` moved away")
  private @Nullable Path authorityKey;

  @Option(
      names = "--file-password-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description =
          "holds the password of a key file that is read or written (also TOUCHMARK_FILE_PASSWORD,"
              + " or a prompt)")
  private @Nullable Path filePasswordFile;

  @Option(
      names = "--pin-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "holds the PIN of a PKCS#11 token (also TOUCHMARK_PIN, or a prompt)")
  private @Nullable Path pinFile;

  @Spec private @Nullable CommandSpec spec;

  private final Streams streams;

  TouchmarkCommand(Streams streams) {
    this.streams = streams;
  }

  /// Without a sub-command: usage.
  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  /// What a command does at an opened home.
  interface Work {
    ExitCode at(Touchmark station) throws Exception;
  }

  /// Opens the home, works, closes it.
  ///
  /// @return the exit code
  int atHome(Work work) throws Exception {
    Path directory = home();
    requireHome();
    char[] password = Touchmark.needsPassword(directory) ? passwords().existing() : new char[0];
    try (Touchmark station = Touchmark.open(directory, password, clock(), this::pin)) {
      lendAuthority(station);
      return work.at(station).number();
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private void lendAuthority(Touchmark station) throws Exception {
    if (authorityKey == null) {
      return;
    }
    Path file = InputFiles.check(authorityKey);
    char[] password = filePasswords().existing(" " + file);
    try {
      station.identities().lendAuthority(file, password);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  /// The PIN of a token.
  char[] pin(TokenAddress token) {
    try {
      return new Passwords(streams, Secret.PIN, pinFile).existing(" (" + token + ")");
    } catch (Problem none) {
      throw new KeyUnavailableException(
          KeyUnavailableException.Reason.LOCKED, String.valueOf(none.getMessage()), none);
    }
  }

  /// Ends with a sentence when there is no home.
  void requireHome() throws HomeException {
    if (!Touchmark.existsIn(home())) {
      throw new HomeException(
          HomeException.Reason.NO_HOME,
          "There is no Touchmark home in "
              + home()
              + ": make one with `touchmark init`, or name another with --home.");
    }
  }

  /// The party that acts.
  Party party(Touchmark station) throws Problem {
    if (actingFor == null) {
      return station.parties().stream()
          .findFirst()
          .orElseThrow(
              () ->
                  new Problem(
                      ExitCode.USAGE,
                      "This home has no identity of its own: say for whom with --as RESOURCE."));
    }
    int at = actingFor.indexOf('@');
    ResourceId id = resource(actingFor.substring(at + 1));
    Optional<Party> found =
        at < 0 ? station.party(id) : station.party(resource(actingFor.substring(0, at)), id);
    return found.orElseThrow(
        () ->
            new Problem(
                ExitCode.USAGE,
                "'"
                    + actingFor
                    + "' is no member of this network; `touchmark identity list` names"
                    + " them."));
  }

  static ResourceId resource(String text) throws Problem {
    try {
      return new ResourceId(text);
    } catch (IllegalArgumentException wrong) {
      throw new Problem(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
    }
  }

  Path home() {
    return HomeDirectory.of(streams.environment()).find(Optional.ofNullable(home));
  }

  /// Whether the user named a home, by option or variable.
  boolean homeGiven() {
    return home != null || streams.environment().containsKey(HomeDirectory.VARIABLE);
  }

  Clock clock() {
    return Clock.systemUTC();
  }

  Passwords passwords() {
    return new Passwords(streams, Secret.HOME, passwordFile);
  }

  /// For key files other than the home's own.
  Passwords filePasswords() {
    return new Passwords(streams, Secret.FILE, filePasswordFile);
  }

  Printer printer() {
    return new Printer(streams.out(), json);
  }

  /// A sentence on stderr, beside the result.
  void warn(String sentence) {
    streams.err().println(Printer.visible(sentence));
  }

  /// A bar on stderr when that is a terminal; else silent.
  WorkProgress progress(String what) {
    return streams.terminal() && !quiet
        ? new TerminalProgress(streams.err(), what)
        : WorkProgress.SILENT;
  }

  /// Says what went wrong, in one sentence.
  ///
  /// @return the exit code
  int report(Exception failure) {
    Problem problem = Problems.of(failure);
    warn(String.valueOf(problem.getMessage()));
    if (verbose) {
      failure.printStackTrace(streams.err());
    }
    return problem.code().number();
  }

  /// Says why one of several files could not be read; the others go on.
  ExitCode reportInput(Exception failure, Path file) {
    report(failure);
    return InputFiles.problem(failure, file).code();
  }

  /// The party that looks: like [#party], but a home without an identity looks as a member of no
  /// name.
  Party viewer(Touchmark station) throws Problem {
    return actingFor == null && station.parties().isEmpty()
        ? new Party(new ResourceId("nobody"), "nobody", Optional.empty())
        : party(station);
  }
}
