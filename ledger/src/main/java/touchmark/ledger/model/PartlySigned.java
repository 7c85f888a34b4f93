package touchmark.ledger.model;

import java.util.List;
import java.util.Optional;

/// A transaction that still lacks signatures: it travels between those who have to sign it, outside
/// the chain and its pool.
///
/// @param payload the exact bytes that everybody signs
/// @param signatures one place for each of the payload's signers, in the same order
public record PartlySigned(Bytes payload, List<Optional<Bytes>> signatures) {
  public PartlySigned {
    Bytes.requireLength("the payload", payload, 1, Limits.WIDEST.largestPayload());
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty() || signatures.size() > Transaction.MOST_SIGNERS) {
      throw new IllegalArgumentException(
          "a transaction has 1 to " + Transaction.MOST_SIGNERS + " signers");
    }
    signatures.stream()
        .flatMap(Optional::stream)
        .forEach(
            signature ->
                Bytes.requireLength("a signature", signature, 1, Envelope.LONGEST_SIGNATURE));
  }

  /// Whether nobody has to sign any more.
  public boolean isComplete() {
    return signatures.stream().allMatch(Optional::isPresent);
  }

  /// The signed transaction, once it is complete.
  public Optional<Envelope> envelope() {
    return isComplete()
        ? Optional.of(
            new Envelope(payload, signatures.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }
}
