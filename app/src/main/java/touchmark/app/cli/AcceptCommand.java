package touchmark.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
import touchmark.app.usecase.Party;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.TxId;

@Command(
    name = "accept",
    description =
        "Signs a proposed transfer of ownership too, and records it when all have signed.")
final class AcceptCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "TXID_OR_FILE",
      description = "a proposal of this home, or a file that the owner sent")
  private String proposal = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.json",
      description = "writes the signed proposal, where another station has to record it")
  private @Nullable Path output;

  private final TouchmarkCommand root;

  AcceptCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    if (output != null && Files.exists(output)) {
      throw new FileAlreadyExistsException(output.toString());
    }
    return root.atHome(this::accept);
  }

  private ExitCode accept(Touchmark station) throws Exception {
    Party party = root.party(station);
    PartlySigned read = read(station);
    HandOver.Step step;
    try {
      step = station.handOver().accept(read, party);
    } catch (IOException notATransfer) {
      throw new Problem(
          ExitCode.BAD_INPUT, proposal + ": " + notATransfer.getMessage() + ".", notATransfer);
    }
    if (output != null && step instanceof HandOver.Step.Waiting waiting) {
      ProposalFolder.write(waiting.proposal(), output);
    }
    List<Object> document = new ArrayList<>();
    ExitCode code =
        new HandOverSteps(root.printer(), station)
            .print(
                proposal,
                step,
                Optional.ofNullable(output),
                proposal + ": ownership handed over",
                document);
    root.printer().document(document);
    return code;
  }

  private PartlySigned read(Touchmark station) throws Problem, IOException {
    if (proposal.length() == 64 && !Files.exists(Path.of(proposal))) {
      return station
          .proposals()
          .find(txId())
          .orElseThrow(
              () ->
                  new Problem(
                      ExitCode.UNKNOWN,
                      "No transaction " + proposal + " waits in this home; name the file of it."));
    }
    try {
      return ProposalFolder.read(InputFiles.check(Path.of(proposal)));
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException unreadable) {
      throw new Problem(ExitCode.BAD_INPUT, unreadable.getMessage() + ".", unreadable);
    }
  }

  private TxId txId() throws Problem {
    try {
      return TxId.parse(proposal);
    } catch (IllegalArgumentException notHex) {
      throw new Problem(
          ExitCode.BAD_INPUT, proposal + ": is neither a file nor a transaction.", notHex);
    }
  }
}
