package touchmark.app.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import touchmark.app.Touchmark;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.TxId;
import touchmark.ledger.receipt.Receipt;

@Command(
    name = "receipt",
    description =
        "Writes a receipt (C2SP tlog-proof) of a file's claim, or of the transaction of an id;"
            + " anybody checks it offline. Without -o it goes to standard output.")
final class ReceiptCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE_OR_HASH",
      description = "a file, a fingerprint, or a transaction's id")
  private @Nullable String subject;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.tlog-proof",
      description = "where the receipt goes; an existing file is never replaced")
  private @Nullable Path output;

  @Option(
      names = "--policy-out",
      paramLabel = "POLICY",
      description =
          "also writes whose signatures count (C2SP tlog-policy); an existing file is never"
              + " replaced")
  private @Nullable Path policyOut;

  @Spec private @Nullable CommandSpec spec;

  private final TouchmarkCommand root;

  ReceiptCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    String named = subject;
    if (named == null) {
      if (spec == null) {
        throw new IllegalStateException("picocli sets the spec");
      }
      throw new ParameterException(
          spec.commandLine(), "receipt needs FILE_OR_HASH, or: check RECEIPT.");
    }
    place(output);
    place(policyOut);
    return root.atHome(station -> give(station, named));
  }

  private static void place(@Nullable Path file) throws Exception {
    if (file != null) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      WholeFile.tryPlace(file);
    }
  }

  private ExitCode give(Touchmark station, String named) throws Exception {
    Optional<TxId> txId = transaction(station, named);
    if (txId.isEmpty()) {
      root.printer().line(named + ": not registered; there is nothing to give a receipt of.");
      root.printer().document(Map.of("subject", named, "outcome", "not registered"));
      return ExitCode.UNKNOWN;
    }
    Optional<Receipt> receipt = station.receipt().of(txId.get());
    if (receipt.isEmpty()) {
      root.printer().line(named + ": not final yet; there is no receipt before.");
      root.printer().document(Map.of("subject", named, "outcome", "not final"));
      return ExitCode.UNKNOWN;
    }
    Path policy = policyOut;
    if (policy != null) {
      byte[] text = station.receipt().policy();
      WholeFile.write(policy, out -> out.write(text));
    }
    Path file = output;
    if (file != null) {
      byte[] text = receipt.get().encode();
      WholeFile.write(file, out -> out.write(text));
    }
    print(named, receipt.get(), station.ledger().network().mode());
    return ExitCode.OK;
  }

  private Optional<TxId> transaction(Touchmark station, String named) throws Exception {
    Fingerprint fingerprint = Reference.resolve(named, station, root);
    Optional<Recorded> found = station.ledger().claimOf(fingerprint);
    if (found.isEmpty()) {
      found = station.ledger().transaction(new TxId(fingerprint.digest()));
    }
    return found.map(recorded -> recorded.transaction().txId());
  }

  private void print(String named, Receipt receipt, NetworkMode mode) {
    Printer printer = root.printer();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("subject", named);
    document.put("outcome", "given");
    document.putAll(ReceiptWords.json(receipt));
    document.put("output", output == null ? null : output.toString());
    document.put("policy", policyOut == null ? null : policyOut.toString());
    if (output == null) {
      document.put("receipt", receipt.print());
      receipt.print().lines().forEach(printer::line);
    } else {
      printer.line("Wrote the receipt to " + output + ": " + ReceiptWords.statement(receipt) + ".");
      printer.rows(ReceiptWords.rows(receipt));
      if (policyOut != null) {
        printer.line("Wrote to " + policyOut + " whose signatures make it count.");
      }
    }
    if (mode == NetworkMode.SOLO) {
      root.warn(
          "This is a solo network: the receipt proves what this workstation recorded, and nobody"
              + " else vouches for it.");
    }
    printer.document(document);
  }
}
