package touchmark.app;

import java.time.Duration;
import java.time.Instant;
import touchmark.ledger.crypto.KeyPlace;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.ResourceId;

/// A certificate whose key this home holds, and how it stands at this moment.
///
/// @param owner the organization or person
/// @param place where its private key is kept
public record HeldCertificate(
    ResourceId owner,
    ResourceId organization,
    Use use,
    CertificateHash hash,
    Instant notAfter,
    KeyPlace place,
    Standing standing) {
  /// How long before its end a certificate is said to expire.
  public static final Duration NOTICE = Duration.ofDays(60);

  /// What the key does.
  public enum Use {
    AUTHORITY("authority"),
    SEALING("sealing"),
    ENCRYPTION("encryption"),
    SIGNING("signing");

    private final String word;

    Use(String word) {
      this.word = word;
    }

    /// For people.
    public String word() {
      return word;
    }
  }

  /// How a certificate stands: in time, unless it was revoked.
  public enum Standing {
    NOT_YET,
    VALID,
    EXPIRING,
    EXPIRED,
    REVOKED
  }

  static Standing standing(Instant notBefore, Instant notAfter, Instant now) {
    if (now.isBefore(notBefore)) {
      return Standing.NOT_YET;
    }
    if (now.isAfter(notAfter)) {
      return Standing.EXPIRED;
    }
    return now.plus(NOTICE).isAfter(notAfter) ? Standing.EXPIRING : Standing.VALID;
  }

  /// Whether something has to be done.
  public boolean needsCare() {
    return standing != Standing.VALID;
  }

  /// What has to be done, in a sentence.
  public String sentence(Instant now) {
    String which = "The %s certificate of %s".formatted(use.word(), owner);
    return switch (standing) {
      case NOT_YET -> which + " is not valid yet; is this computer's clock wrong?";
      case VALID -> which + " is valid until " + notAfter + ".";
      case EXPIRING ->
          "%s expires in %d days (%s); %s."
              .formatted(which, Duration.between(now, notAfter).toDays(), notAfter, remedy());
      case REVOKED -> which + " was revoked, and what it signs is refused; " + remedy() + ".";
      case EXPIRED ->
          "%s expired at %s, and what it signs is refused; %s."
              .formatted(which, notAfter, remedy());
    };
  }

  private String remedy() {
    return switch (use) {
      case SIGNING -> "renew it with `touchmark identity rotate`";
      case ENCRYPTION -> "renew it with `touchmark identity rotate --encryption`";
      case SEALING -> "the validators have to change it";
      case AUTHORITY -> "the organization has to be enrolled again with a new authority";
    };
  }
}
