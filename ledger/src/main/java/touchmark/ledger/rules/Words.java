package touchmark.ledger.rules;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import touchmark.ledger.model.Fingerprint;

/// How refusals speak.
final class Words {
  private Words() {}

  static Optional<Verdict.Refused> refuse(String rule, RefusalCode code, String reason) {
    return Optional.of(new Verdict.Refused(rule, code, reason));
  }

  /// The day in UTC, ISO 8601.
  static String day(Instant time) {
    return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /// Enough of a fingerprint to recognise it.
  static String shortly(Fingerprint fingerprint) {
    return fingerprint.hex().substring(0, 12) + "...";
  }
}
