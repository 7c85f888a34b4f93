package touchmark.app.cli;

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
import touchmark.app.delivery.ProposalFolder;
import touchmark.app.usecase.HandOver;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "transfer",
    description = "Proposes to hand ownership of a file over; the new owner has to accept.")
final class TransferCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE_OR_HASH")
  private String file = "";

  @Option(names = "--to", required = true, paramLabel = "RESOURCE", description = "the new owner")
  private String to = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.json",
      description = "writes the proposal for a new owner at another station")
  private @Nullable Path output;

  private final TouchmarkCommand root;

  TransferCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (output != null && Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
    return root.atHome(this::propose);
  }

  private ExitCode propose(Touchmark station) throws Exception {
    ResourceId recipient = TouchmarkCommand.resource(to);
    Fingerprint fingerprint = Reference.resolve(file, station, root);
    HandOver.Step step = station.handOver().propose(fingerprint, recipient, root.party(station));
    if (output != null && step instanceof HandOver.Step.Waiting waiting) {
      ProposalFolder.write(waiting.proposal(), output);
    }
    List<Object> document = new ArrayList<>();
    ExitCode code =
        new HandOverSteps(root.printer(), station)
            .print(file, step, Optional.ofNullable(output), file + ": handed over", document);
    root.printer().document(document);
    return code;
  }
}
