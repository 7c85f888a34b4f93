package touchmark.ledger.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.Supplier;

/// Times in JSON: UTC, always with three digits of milliseconds, `2026-11-22T09:30:00.000Z` [RFC
/// 3339].
final class Timestamps {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  /// `0` stands for any digit.
  private static final String SHAPE = "0000-00-00T00:00:00.000Z";

  private static final int MILLI = 1_000_000;

  private Timestamps() {}

  static String print(Instant time) {
    return FORM.format(time);
  }

  /// Read digit by digit: a chain that is verified has millions of them.
  ///
  /// @param place where it stands, for the sentence when it is wrong
  static Instant parse(Supplier<String> place, String text) throws MalformedException {
    if (!hasShape(text)) {
      throw wrong(place, text);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              number(text, 20, 23) * MILLI)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw wrong(place, text);
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char expected = SHAPE.charAt(i);
      char found = text.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static MalformedException wrong(Supplier<String> place, String text) {
    return new MalformedException(
        place.get(), "a UTC time as 2026-11-22T09:30:00.000Z", "\"" + text + "\"");
  }
}
