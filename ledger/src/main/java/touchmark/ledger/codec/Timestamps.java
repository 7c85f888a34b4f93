package touchmark.ledger.codec;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/// Times in JSON: UTC, always with three digits of milliseconds, `2026-11-22T09:30:00.000Z` [RFC
/// 3339].
final class Timestamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);
  private static final int LENGTH = 24;

  private Timestamps() {}

  static String print(Instant time) {
    return FORM.format(time);
  }

  static Instant parse(String place, String text) throws MalformedException {
    if (text.length() == LENGTH) {
      try {
        return FORM.parse(text, Instant::from);
      } catch (DateTimeParseException e) {
        throw wrong(place, text);
      }
    }
    throw wrong(place, text);
  }

  private static MalformedException wrong(String place, String text) {
    return new MalformedException(
        place, "a UTC time as 2026-11-22T09:30:00.000Z", "\"" + text + "\"");
  }
}
