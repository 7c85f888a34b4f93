package touchmark.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import touchmark.ledger.Since;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.TreeHead;
import touchmark.ledger.receipt.Checked;
import touchmark.ledger.receipt.CheckpointCheck;
import touchmark.ledger.receipt.Receipt;
import touchmark.ledger.receipt.ReceiptCheck;
import touchmark.ledger.receipt.TrustPolicy;

/// The tree that a receipt's or a checkpoint's file names, and what its signatures are worth.
///
/// @param counts whether they count under a policy; else whoever names the file vouches for it
record VouchedTree(Path file, TreeHead tree, boolean counts) {
  private static final byte[] RECEIPT = "c2sp.org/tlog-proof@".getBytes(StandardCharsets.US_ASCII);

  private record Found(String kind, Checkpoint checkpoint, Checked checked) {
    TreeHead tree() {
      return checkpoint.head();
    }
  }

  /// Reads a receipt or a checkpoint.
  ///
  /// @param network that it has to be of, where that is known
  /// @throws Problem if it is neither, is of another network, proves nothing, or does not count
  ///   under the policy
  static VouchedTree read(Path file, Optional<TrustPolicy> policy, Optional<NetworkId> network)
      throws IOException, Problem {
    Found found =
        InputFiles.read(
            file,
            Receipt.LONGEST,
            bytes -> isReceipt(bytes) ? receipt(bytes, policy) : checkpoint(bytes, policy));
    String origin = found.checkpoint().origin();
    Optional<String> expected = network.map(Checkpoint::origin);
    if (expected.isPresent() && !expected.get().equals(origin)) {
      throw new Problem(
          ExitCode.BAD_INPUT,
          "%s: this %s is of another network: of the log %s, and this chain is %s."
              .formatted(file, found.kind(), origin, expected.get()));
    }
    if (found.tree().size() == 0) {
      throw new Problem(
          ExitCode.BAD_INPUT, file + ": its tree has no transactions, so nothing was verified.");
    }
    return switch (found.checked()) {
      case Checked.Holds ignored -> new VouchedTree(file, found.tree(), true);
      case Checked.NobodyTrusted ignored -> new VouchedTree(file, found.tree(), false);
      case Checked.Refused refused ->
          throw new Problem(ExitCode.BAD_INPUT, file + ": " + refused.reason());
    };
  }

  Since since() {
    return new Since.Tree(tree.size(), tree.root());
  }

  private static boolean isReceipt(byte[] bytes) {
    return Arrays.equals(RECEIPT, Arrays.copyOf(bytes, RECEIPT.length));
  }

  private static Found receipt(byte[] bytes, Optional<TrustPolicy> policy)
      throws MalformedException {
    Receipt receipt = Receipt.parse(bytes);
    return new Found("receipt", receipt.checkpoint(), ReceiptCheck.check(receipt, policy));
  }

  private static Found checkpoint(byte[] bytes, Optional<TrustPolicy> policy)
      throws MalformedException {
    SignedNote note = SignedNote.parse(bytes);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    return new Found("checkpoint", checkpoint, CheckpointCheck.check(checkpoint, note, policy));
  }
}
