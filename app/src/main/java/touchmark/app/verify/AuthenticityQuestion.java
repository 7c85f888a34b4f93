package touchmark.app.verify;

import java.util.Optional;
import java.util.stream.Collectors;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Transaction;

/// Did the one who says so sign it? The chain took the claim only with a valid signature by a
/// certificate that was in force at the block's time; here its signed bytes are asked for again.
record AuthenticityQuestion() implements Question {
  @Override
  public Axis axis() {
    return Axis.AUTHENTICITY;
  }

  @Override
  public Check answer(Case file) throws StoreException {
    if (file.registered().isEmpty()) {
      return check(
          State.UNKNOWN,
          "NOT_REGISTERED",
          "Without a registration there is no signature to check.",
          Evidence.NONE);
    }
    Registered registered = file.registered().get();
    Transaction claim = registered.claim().transaction();
    boolean bySelf =
        claim.signers().stream()
            .anyMatch(signer -> signer.resource().equals(registered.statement().issuer()));
    boolean signatures =
        file.ledger()
            .envelope(claim.txId())
            .filter(envelope -> envelope.signatures().size() == claim.signers().size())
            .isPresent();
    if (!bySelf || !signatures) {
      return check(
          State.FAIL,
          "NOT_SIGNED",
          "The registration does not carry the signature of " + registered.owner() + ".",
          Evidence.of(registered.claim()));
    }
    String certificates =
        claim.signers().stream()
            .map(signer -> signer.certificate().hex().substring(0, 8))
            .collect(Collectors.joining(", "));
    return check(
        State.PASS,
        "SIGNED",
        file.subject()
            + " is signed for "
            + registered.owner()
            + ". The certificate ("
            + certificates
            + ") was valid on "
            + file.names().day(registered.claim().blockTime())
            + "."
            + revokedSince(file, claim),
        Evidence.of(registered.claim()));
  }

  /// A revocation counts from the block that holds it, and undoes nothing; it is worth knowing.
  private static String revokedSince(Case file, Transaction claim) throws StoreException {
    for (Signer signer : claim.signers()) {
      Optional<Recorded> revocation = file.ledger().revocation(signer.certificate());
      if (revocation.isPresent()) {
        return " It was revoked later, on "
            + file.names().day(revocation.get().blockTime())
            + "; what it signed before stays.";
      }
    }
    return "";
  }
}
