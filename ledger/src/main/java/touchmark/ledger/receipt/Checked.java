package touchmark.ledger.receipt;

import java.util.List;

/// What a [ReceiptCheck] says of a receipt, or a [CheckpointCheck] of a checkpoint.
public sealed interface Checked {
  /// The transaction stands in the log, and enough of those who are trusted say so.
  ///
  /// @param vouchers whose signatures hold: the log's first, then by the policy's order
  record Holds(List<Voucher> vouchers) implements Checked {
    public Holds {
      vouchers = List.copyOf(vouchers);
    }
  }

  /// The receipt fits together; without a policy nobody is trusted to say that it is of a real
  /// chain.
  record NobodyTrusted() implements Checked {}

  /// It proves nothing.
  ///
  /// @param reason one sentence
  record Refused(String reason) implements Checked {}
}
