package touchmark.ui.identity;

/// How hard a password is to guess, estimated from its length, its kinds of characters and its
/// repetitions. An estimate for the eye, not a promise: it knows no dictionary.
public enum PasswordStrength {
  /// Shorter than [#SHORTEST]: refused.
  TOO_SHORT,
  WEAK,
  FAIR,
  GOOD;

  /// Characters that a password needs at least.
  public static final int SHORTEST = 8;

  private static final double FAIR_BITS = 50;
  private static final double GOOD_BITS = 75;

  /// Estimates a password.
  public static PasswordStrength of(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return TOO_SHORT;
    }
    double bits = freshCharacters(password) * Math.log(alphabet(password)) / Math.log(2);
    return bits < FAIR_BITS ? WEAK : bits < GOOD_BITS ? FAIR : GOOD;
  }

  /// Counts characters that neither repeat nor continue the one before (`aaa`, `123`).
  private static long freshCharacters(String password) {
    int[] points = password.codePoints().toArray();
    int fresh = 1;
    for (int at = 1; at < points.length; at++) {
      if (Math.abs(points[at] - points[at - 1]) > 1) {
        fresh++;
      }
    }
    return Math.min(fresh, 2 * password.codePoints().distinct().count());
  }

  private static int alphabet(String password) {
    int size = 1;
    size += password.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? 26 : 0;
    size += password.chars().anyMatch(c -> c >= 'A' && c <= 'Z') ? 26 : 0;
    size += password.chars().anyMatch(c -> c >= '0' && c <= '9') ? 10 : 0;
    size += password.chars().anyMatch(c -> c < 128 && !Character.isLetterOrDigit(c)) ? 33 : 0;
    size += password.chars().anyMatch(c -> c >= 128) ? 64 : 0;
    return size;
  }
}
