package touchmark.app.format.gcode;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the slicer's estimate of the printing time in a comment.
final class PrintTime {
  private static final int LONGEST_COMMENT = 200;

  /// PrusaSlicer, Orca and Bambu (also two on one line), Simplify3D, KISSlicer, Cura, ideaMaker.
  private static final Pattern STATED =
      Pattern.compile(
          "(?:^|;)\\s*(?:estimated printing time \\(normal mode\\)|estimated printing time"
              + "|total estimated time|build time|estimated build time|print\\.?[ ]?time|time)"
              + "\\s*[:=]\\s*([^;]{1,60})");

  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([dhms])");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,6})?");

  private PrintTime() {}

  /// @param comment without the semicolon
  static Optional<Duration> find(String comment) {
    if (comment.length() > LONGEST_COMMENT) {
      return Optional.empty();
    }
    String plain = comment.toLowerCase(Locale.ROOT);
    if (!plain.contains("time")) {
      return Optional.empty();
    }
    Matcher stated = STATED.matcher(plain);
    return stated.find() ? duration(stated.group(1).strip()) : Optional.empty();
  }

  private static Optional<Duration> duration(String text) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(seconds(Double.parseDouble(text)));
    }
    double seconds = 0;
    boolean any = false;
    for (Matcher part = PART.matcher(text); part.find(); any = true) {
      seconds += Double.parseDouble(part.group(1)) * secondsIn(part.group(2).charAt(0));
    }
    return any ? Optional.of(seconds(seconds)) : Optional.empty();
  }

  private static int secondsIn(char unit) {
    return switch (unit) {
      case 'd' -> 86_400;
      case 'h' -> 3_600;
      case 'm' -> 60;
      default -> 1;
    };
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
