package touchmark.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;

@Command(
    name = "claim",
    description = "Records ownership of each file. A claim stays for ever and cannot be undone.")
final class ClaimCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<Path> files = List.of();

  @Option(names = "--id", description = "the file's id; default: proposed from its name")
  private @Nullable String id;

  @Option(
      names = "--version",
      paramLabel = "V",
      description = "a version id; default: the next after your earlier claims")
  private List<String> versions = List.of();

  @Option(names = "--description", paramLabel = "D", description = "text about the content")
  private List<String> descriptions = List.of();

  @Option(names = "--type", paramLabel = "T", description = "${COMPLETION-CANDIDATES}")
  private @Nullable DataType type;

  @Option(
      names = "--derived-from",
      paramLabel = "FILE_OR_HASH",
      description = "what it was made from; you must hold it")
  private List<String> derivedFrom = List.of();

  @Option(names = "--public", description = "every member may read id, versions, descriptions")
  private boolean isPublic;

  @Option(names = "--doi", description = "a digital object identifier; only with --public")
  private @Nullable String doi;

  private final TouchmarkCommand root;

  ClaimCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (doi != null && !isPublic) {
      throw new Problem(ExitCode.USAGE, "--doi goes with --public.");
    }
    if (files.size() > 1 && id != null) {
      throw new Problem(ExitCode.USAGE, "--id names one file; claim several without it.");
    }
    return root.atHome(this::claim);
  }

  private ExitCode claim(Touchmark station) throws Exception {
    Party party = root.party(station);
    List<Fingerprint> sources = new ArrayList<>();
    for (String source : derivedFrom) {
      sources.add(Reference.resolve(source, station, Progress.SILENT));
    }
    ExitCode code = ExitCode.OK;
    List<Object> document = new ArrayList<>();
    for (Path file : files) {
      try (WorkProgress progress = root.progress("claiming " + file.getFileName())) {
        ClaimProposal proposal = station.claim().propose(InputFiles.check(file), party, progress);
        proposal.warnings().forEach(root::warn);
        ClaimRequest request = request(proposal.request(), sources);
        Outcome outcome = station.claim().claim(request, party, progress);
        progress.wipe();
        String what =
            file
                + ": claimed for "
                + party.name()
                + " as "
                + request.id()
                + " "
                + String.join(", ", request.versionIds());
        code =
            ExitCode.worse(
                code, new Outcomes(root.printer()).print(file.toString(), what, outcome, document));
      } catch (java.io.IOException | touchmark.app.format.FormatException | Problem failed) {
        code =
            ExitCode.worse(
                code, files.size() == 1 ? rethrow(failed) : root.reportInput(failed, file));
      }
    }
    root.printer().document(document);
    return code;
  }

  private static ExitCode rethrow(Exception failed) throws Exception {
    throw failed;
  }

  private ClaimRequest request(ClaimRequest proposed, List<Fingerprint> sources) throws Problem {
    try {
      return new ClaimRequest(
          proposed.file(),
          proposed.fingerprint(),
          id == null ? proposed.id() : id,
          versions.isEmpty() ? proposed.versionIds() : versions,
          descriptions.isEmpty() ? proposed.descriptions() : descriptions,
          type == null ? proposed.dataType() : type,
          sources.isEmpty() ? proposed.derivedFrom() : sources,
          isPublic,
          Optional.ofNullable(doi));
    } catch (IllegalArgumentException wrong) {
      throw new Problem(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
    }
  }
}
