package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.day;
import static touchmark.ledger.rules.Words.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateUse;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.state.Revocation;
import touchmark.ledger.state.State;

/// Each signer's certificate is enrolled for the role and not replaced since, issued by the
/// organization's authority, not revoked earlier in the chain, and valid at the block's time [RFC
/// 5280].
final class SignerCertificates implements Rule {
  static final String NAME = "certificates [RFC 5280]";
  private final Certificates certificates;

  SignerCertificates(Certificates certificates) {
    this.certificates = certificates;
  }

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    Transaction tx = submission.transaction();
    for (Signer signer : tx.signers()) {
      try {
        Optional<Signatory> signatory =
            Signatory.find(signer, roleOf(signer, tx), tx.statement(), state.membership());
        if (signatory.isEmpty()) {
          return refuse(
              NAME,
              RefusalCode.BAD_CERTIFICATE,
              "The certificate %s... is not one that signs this for %s."
                  .formatted(
                      signer.certificate().hex().substring(0, 12),
                      state.membership().nameOf(signer.resource())));
        }
        requireNotRevoked(signer, state);
        requireValid(signatory.get(), submission);
      } catch (BadCertificateException e) {
        return refuse(
            NAME,
            RefusalCode.BAD_CERTIFICATE,
            "For %s: %s.".formatted(state.membership().nameOf(signer.resource()), e.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static void requireNotRevoked(Signer signer, State state) throws BadCertificateException {
    Optional<Revocation> revocation = state.membership().revocation(signer.certificate());
    if (revocation.isPresent()) {
      throw new BadCertificateException(
          "the certificate %s... was revoked on %s (block %d)"
              .formatted(
                  signer.certificate().hex().substring(0, 12),
                  day(revocation.get().blockTime()),
                  revocation.get().position().height()));
    }
  }

  private void requireValid(Signatory signatory, Submission submission)
      throws BadCertificateException {
    if (signatory.person().isPresent()) {
      certificates.requireIssued(
          signatory.certificate(),
          CertificateUse.SIGNING,
          signatory.authority(),
          submission.blockTime());
    } else {
      certificates.requireAuthority(signatory.certificate(), submission.blockTime());
    }
  }

  /// The signatories of a transaction that this rule accepted.
  static List<Signatory> signatories(Transaction tx, State state) {
    List<Signatory> found = new ArrayList<>();
    try {
      for (Signer signer : tx.signers()) {
        found.add(
            Signatory.find(signer, roleOf(signer, tx), tx.statement(), state.membership())
                .orElseThrow(() -> new IllegalStateException("a signer was not judged before")));
      }
    } catch (BadCertificateException e) {
      throw new IllegalStateException("a certificate was not judged before", e);
    }
    return found;
  }

  private static Role roleOf(Signer signer, Transaction tx) {
    for (Role role : Role.of(tx.statement())) {
      if (role.resource().equals(signer.resource())) {
        return role;
      }
    }
    throw new IllegalStateException("the signers were not judged before");
  }
}
