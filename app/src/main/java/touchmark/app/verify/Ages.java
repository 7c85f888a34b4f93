package touchmark.app.verify;

import java.time.Duration;

/// Durations in words: `4 seconds`, `3 hours`, `12 days`.
public final class Ages {
  private Ages() {}

  public static String words(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return counted(seconds, "second");
    }
    if (seconds < 7_200) {
      return counted(seconds / 60, "minute");
    }
    if (seconds < 172_800) {
      return counted(seconds / 3_600, "hour");
    }
    return counted(seconds / 86_400, "day");
  }

  /// How long something takes, to the second: `7 hours 35 minutes`, `10 minutes 32 seconds`.
  public static String span(Duration span) {
    long seconds = Math.max(0, span.plusMillis(500).toSeconds());
    if (seconds >= 86_400) {
      return two(seconds / 86_400, "day", seconds % 86_400 / 3_600, "hour");
    }
    if (seconds >= 3_600) {
      return two(seconds / 3_600, "hour", seconds % 3_600 / 60, "minute");
    }
    return seconds >= 60
        ? two(seconds / 60, "minute", seconds % 60, "second")
        : counted(seconds, "second");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return counted(large, largeUnit) + (small == 0 ? "" : " " + counted(small, smallUnit));
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
