package touchmark.ledger.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// A transaction as it was signed [Section 3.3]: its name, its issuer's word for the time, what it
/// says, and who must sign. Instants are whole milliseconds.
///
/// @param validUntil no block later than this may take it
public record Transaction(
    TxId txId,
    NetworkId network,
    Nonce nonce,
    Instant timeOfTx,
    Instant validUntil,
    Statement statement,
    List<Signer> signers) {
  /// How long a transaction may wait for a block, at most.
  public static final Duration LONGEST_VALIDITY = Duration.ofDays(90);

  /// Most signatures that one transaction may need.
  public static final int MOST_SIGNERS = 32;

  public Transaction {
    Times.requireWholeMillis("timeOfTx", timeOfTx);
    Times.requireWholeMillis("validUntil", validUntil);
    signers = List.copyOf(signers);
    if (signers.isEmpty() || signers.size() > MOST_SIGNERS) {
      throw new IllegalArgumentException("a transaction has 1 to " + MOST_SIGNERS + " signers");
    }
    if (new HashSet<>(signers).size() != signers.size()) {
      throw new IllegalArgumentException("a signer is named twice");
    }
    if (!validUntil.isAfter(timeOfTx) || validUntil.isAfter(timeOfTx.plus(LONGEST_VALIDITY))) {
      throw new IllegalArgumentException("validUntil is after timeOfTx, by at most 90 days");
    }
  }
}
