package touchmark.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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
import touchmark.app.format.FormatException;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "share",
    description = "Records that the files were sent, then delivers them. Recorded first, always.")
final class ShareCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE")
  private List<String> files = List.of();

  @Option(names = "--to", required = true, paramLabel = "RESOURCE", description = "the recipient")
  private String to = "";

  @Option(names = "--forward", description = "the recipient may send it on")
  private boolean forward;

  @Option(
      names = "--package",
      paramLabel = "OUT.tmk",
      description =
          "writes the file, encrypted for the recipient, with what proves it;"
              + " an existing file is never replaced")
  private @Nullable Path packageFile;

  private final TouchmarkCommand root;

  ShareCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (packageFile != null && files.size() > 1) {
      throw new Problem(ExitCode.USAGE, "--package takes one file; share several without it.");
    }
    if (packageFile != null && Files.exists(packageFile)) {
      throw new FileAlreadyExistsException(packageFile.toString());
    }
    return root.atHome(this::share);
  }

  private ExitCode share(Touchmark station) throws Exception {
    Party party = root.party(station);
    ResourceId recipient = TouchmarkCommand.resource(to);
    String recipientName =
        station.ledger().organization(recipient).map(o -> o.displayName()).orElse(to);
    if (recipient.equals(party.resource())) {
      throw new Problem(
          ExitCode.USAGE, recipientName + " is the sender: name another member after --to.");
    }
    ExitCode code = ExitCode.OK;
    List<Object> document = new ArrayList<>();
    for (String file : files) {
      try (WorkProgress progress = root.progress("sharing " + file)) {
        Fingerprint fingerprint = Reference.resolve(file, station, progress);
        Outcome outcome =
            station
                .share()
                .share(
                    new ShareRequest(
                        fingerprint, recipient, forward, Optional.ofNullable(packageFile)),
                    party,
                    progress);
        progress.wipe();
        String what =
            file
                + ": sent to "
                + recipientName
                + (forward ? ", who may send it on" : ", who may not send it on")
                + (packageFile == null ? "" : "; package " + packageFile);
        code =
            ExitCode.worse(code, new Outcomes(root.printer()).print(file, what, outcome, document));
      } catch (IOException | FormatException | Problem failed) {
        if (files.size() == 1) {
          throw failed;
        }
        code = ExitCode.worse(code, root.reportInput(failed, Path.of(file)));
      }
    }
    root.printer().document(document);
    return code;
  }
}
