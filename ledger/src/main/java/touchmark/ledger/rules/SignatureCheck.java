package touchmark.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.SignatureVerifier;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.state.State;

/// One signature and what it has to match: the costly part of judging, which needs no state any
/// more and may run on any thread, in any order.
///
/// @param signer for people
public record SignatureCheck(
    String signer, Certificate certificate, Bytes signed, Bytes signature) {

  /// Whether the certificate's key made the signature.
  public boolean holds() {
    return SignatureVerifier.verifies(certificate, signed.toArray(), signature);
  }

  /// What a transaction's signatures have to match, where all other rules accepted it.
  static List<SignatureCheck> of(Submission submission, State state) {
    Bytes signed = Bytes.of(Envelopes.signedBytes(submission.envelope().payload()));
    List<Signatory> signatories = SignerCertificates.signatories(submission.transaction(), state);
    List<SignatureCheck> checks = new ArrayList<>();
    for (int i = 0; i < signatories.size(); i++) {
      Signatory signatory = signatories.get(i);
      checks.add(
          new SignatureCheck(
              state.membership().nameOf(signatory.role().resource()),
              signatory.certificate(),
              signed,
              submission.envelope().signatures().get(i)));
    }
    return checks;
  }

  /// The refusal of a signature that does not hold.
  public Verdict.Refused refusal() {
    return new Verdict.Refused(
        "signatures [DSSE]",
        RefusalCode.BAD_SIGNATURE,
        "The signature in the name of %s does not match what is signed.".formatted(signer));
  }
}
