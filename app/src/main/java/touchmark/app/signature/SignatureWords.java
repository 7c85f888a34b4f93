package touchmark.app.signature;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/// What people are told of a signature: each answer a sentence or a clause of its own.
public final class SignatureWords {
  private SignatureWords() {}

  /// The state in a sentence.
  public static String headline(FoundSignature signature) {
    String by = signature.signer().map(signer -> " by " + who(signer)).orElse("");
    return switch (signature.state()) {
      case TRUSTED -> "good" + by;
      case PARTIAL -> "good" + by + ", but not of the whole file";
      case EXPIRED -> "good" + by + ", whose certificate is not valid by the clock";
      case UNKNOWN_SIGNER ->
          "the content fits, but nobody vouches for the signer" + unknown(signature);
      case REVOKED -> "signed" + by + ", whose certificate was revoked";
      case UNREADABLE -> "cannot be checked: " + content(signature.content());
      case CHANGED -> "the content was changed after it was signed" + by;
    };
  }

  private static String unknown(FoundSignature signature) {
    return signature.signer().map(signer -> " " + who(signer)).orElse("");
  }

  /// The signer in few words.
  public static String who(Signer signer) {
    return switch (signer.standing()) {
      case Standing.Member(String name) -> name;
      case Standing.Trusted _, Standing.Unknown _ -> signer.subject();
    };
  }

  /// Whether the content is what was signed.
  public static String content(Content content) {
    return switch (content) {
      case Content.Intact() -> "is what was signed";
      case Content.Changed(String evidence) -> evidence;
      case Content.Unreadable(String reason) -> reason;
    };
  }

  /// Who stands for the signer.
  public static String standing(Standing standing) {
    return switch (standing) {
      case Standing.Trusted trusted -> "trusted: " + String.join(", issued by ", trusted.path());
      case Standing.Member(String name) -> "a member's, by the ledger: " + name;
      case Standing.Unknown(String reason) -> "not trusted: " + reason;
    };
  }

  /// Whether the clock agrees.
  public static String validity(Validity validity) {
    return switch (validity) {
      case Validity.Valid(Instant until) -> "valid until " + time(until);
      case Validity.ExpiredNow(Instant from, Instant until) ->
          "valid from " + time(from) + " to " + time(until) + ", not now";
      case Validity.InvalidThen(Instant from, Instant until, Instant signedAt) ->
          "valid from "
              + time(from)
              + " to "
              + time(until)
              + ", not at "
              + time(signedAt)
              + ", when the signer says to have signed";
    };
  }

  /// Whether somebody took the certificate back.
  public static String revocation(Revocation revocation) {
    return switch (revocation) {
      case Revocation.Revoked(Instant since, String by) ->
          "revoked at " + time(since) + ", says " + by;
      case Revocation.Good(String by) -> "not revoked, says " + by;
      case Revocation.NotAsked(String reason) -> "not asked: " + reason;
    };
  }

  /// What is not covered.
  public static String coverage(FoundSignature signature) {
    return switch (signature.content()) {
      case Content.Unreadable _ -> "cannot be told";
      case Content.Intact _, Content.Changed _ ->
          signature.gaps().isEmpty()
              ? "the whole file"
              : "not "
                  + signature.gaps().stream()
                      .map(Gap::sentence)
                      .collect(Collectors.joining(", not "));
    };
  }

  /// A time, in UTC to the second.
  public static String time(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
