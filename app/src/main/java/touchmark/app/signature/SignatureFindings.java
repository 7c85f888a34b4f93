package touchmark.app.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Severity;

/// What an inspection says of the signatures in a file. A good one is no finding.
public final class SignatureFindings {
  private SignatureFindings() {}

  /// The findings, in the order of the signatures.
  public static List<Finding> of(List<FoundSignature> signatures) {
    List<Finding> findings = new ArrayList<>();
    for (FoundSignature signature : signatures) {
      String which = "the " + signature.profile().title() + " at " + signature.where() + " ";
      switch (signature.content()) {
        case Content.Changed(String evidence) ->
            findings.add(
                finding(
                    FindingCodes.SIGNATURE_CHANGED,
                    Severity.FAIL,
                    which + "does not hold: " + evidence));
        case Content.Unreadable(String reason) ->
            findings.add(
                finding(
                    FindingCodes.SIGNATURE_UNREADABLE,
                    Severity.CAUTION,
                    which + "cannot be checked: " + reason));
        case Content.Intact() -> findings.addAll(ofIntact(signature, which));
      }
    }
    return findings;
  }

  /// The finding that signatures could not be looked for, or not be read.
  ///
  /// @param why the reader's sentence
  public static Finding unreadable(String why) {
    return caution(FindingCodes.SIGNATURE_UNREADABLE, "its signatures cannot be read: " + why);
  }

  private static List<Finding> ofIntact(FoundSignature signature, String which) {
    List<Finding> findings = new ArrayList<>();
    signature.signer().ifPresent(signer -> findings.addAll(ofSigner(signer, which)));
    if (!signature.gaps().isEmpty()) {
      findings.add(
          caution(
              FindingCodes.SIGNATURE_PARTIAL,
              which + "does not cover the whole file: " + SignatureWords.coverage(signature)));
    }
    if (!signature.weaknesses().isEmpty()) {
      findings.add(
          caution(
              FindingCodes.SIGNATURE_WEAK,
              which + "is weak: " + String.join("; ", signature.weaknesses())));
    }
    return findings;
  }

  private static List<Finding> ofSigner(Signer signer, String which) {
    List<Finding> findings = new ArrayList<>();
    if (signer.revocation() instanceof Revocation.Revoked revoked) {
      findings.add(
          caution(
              FindingCodes.SIGNATURE_REVOKED,
              which + "is of a certificate that was " + SignatureWords.revocation(revoked)));
    }
    if (signer.standing() instanceof Standing.Unknown(String reason)) {
      findings.add(
          caution(
              FindingCodes.SIGNATURE_UNTRUSTED,
              which + "is by " + signer.subject() + ", whom nobody vouches for: " + reason));
    }
    switch (signer.validity()) {
      case Validity.Valid _ -> {}
      case Validity.ExpiredNow _, Validity.InvalidThen _ ->
          findings.add(
              caution(
                  FindingCodes.SIGNATURE_EXPIRED,
                  which
                      + "is of a certificate that is "
                      + SignatureWords.validity(signer.validity())));
    }
    return findings;
  }

  private static Finding caution(String code, String message) {
    return finding(code, Severity.CAUTION, message);
  }

  private static Finding finding(String code, Severity severity, String message) {
    return new Finding(code, severity, message, Optional.empty());
  }
}
