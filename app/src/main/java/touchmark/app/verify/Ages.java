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

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
