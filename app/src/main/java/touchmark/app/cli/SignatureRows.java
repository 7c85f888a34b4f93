package touchmark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchmark.app.signature.Content;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Gap;
import touchmark.app.signature.Revocation;
import touchmark.app.signature.SignatureWords;
import touchmark.app.signature.Signer;
import touchmark.app.signature.Standing;
import touchmark.app.signature.Validity;

/// A signature inside a file, for people and for programs.
final class SignatureRows {
  private SignatureRows() {}

  static Rows rows(FoundSignature signature) {
    Rows rows = new Rows("    ");
    rows.add("kind", signature.profile().title() + ", " + signature.where());
    rows.add("content", SignatureWords.content(signature.content()));
    rows.add("covers", SignatureWords.coverage(signature));
    signature.signer().ifPresent(signer -> rows(signer, rows));
    signature.weaknesses().forEach(weakness -> rows.add("weak", weakness));
    signature.remarks().forEach(remark -> rows.add("note", remark));
    return rows;
  }

  private static void rows(Signer signer, Rows rows) {
    rows.add("signer", signer.subject());
    rows.add("standing", SignatureWords.standing(signer.standing()));
    rows.add(
        "signed at",
        signer
            .signedAt()
            .map(time -> SignatureWords.time(time) + ", by the signer's own word")
            .orElse("not stated"));
    rows.add("certificate", SignatureWords.validity(signer.validity()));
    rows.add("revocation", SignatureWords.revocation(signer.revocation()));
  }

  static Map<String, @Nullable Object> json(FoundSignature signature) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("state", signature.state().name());
    row.put("message", SignatureWords.headline(signature));
    row.put("profile", signature.profile().name());
    row.put("where", signature.where());
    row.put(
        "content",
        switch (signature.content()) {
          case Content.Intact _ -> "INTACT";
          case Content.Changed _ -> "CHANGED";
          case Content.Unreadable _ -> "UNREADABLE";
        });
    row.put("evidence", SignatureWords.content(signature.content()));
    row.put("signer", signature.signer().map(SignatureRows::json).orElse(null));
    row.put("notCovered", signature.gaps().stream().map(SignatureRows::json).toList());
    row.put("weaknesses", signature.weaknesses());
    row.put("remarks", signature.remarks());
    return row;
  }

  private static Map<String, @Nullable Object> json(Gap gap) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("what", gap.what());
    row.put("from", gap.range().map(Gap.Range::from).orElse(null));
    row.put("to", gap.range().map(Gap.Range::to).orElse(null));
    return row;
  }

  private static Map<String, @Nullable Object> json(Signer signer) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("subject", signer.subject());
    row.put("issuer", signer.issuer());
    row.put("serial", signer.serial());
    row.put("certificate", signer.certificate().hex());
    row.put("signedAt", signer.signedAt().map(SignatureWords::time).orElse(null));
    row.put(
        "standing",
        switch (signer.standing()) {
          case Standing.Trusted _ -> "TRUSTED";
          case Standing.Member _ -> "MEMBER";
          case Standing.Unknown _ -> "UNKNOWN";
        });
    row.put("standingEvidence", SignatureWords.standing(signer.standing()));
    row.put(
        "validity",
        switch (signer.validity()) {
          case Validity.Valid _ -> "VALID";
          case Validity.ExpiredNow _ -> "NOT_VALID_NOW";
          case Validity.InvalidThen _ -> "NOT_VALID_WHEN_SIGNED";
        });
    row.put("validityEvidence", SignatureWords.validity(signer.validity()));
    row.put(
        "revocation",
        switch (signer.revocation()) {
          case Revocation.Revoked _ -> "REVOKED";
          case Revocation.Good _ -> "GOOD";
          case Revocation.NotAsked _ -> "NOT_ASKED";
        });
    row.put("revocationEvidence", SignatureWords.revocation(signer.revocation()));
    return row;
  }

  static List<Map<String, @Nullable Object>> json(List<FoundSignature> signatures) {
    return signatures.stream().map(SignatureRows::json).toList();
  }
}
