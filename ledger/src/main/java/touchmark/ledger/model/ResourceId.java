package touchmark.ledger.model;

import java.util.Locale;

/// The unique name of an organization or a person (`orgOrPersId`) [Section 3.2]: 1 to 64 of `a-z
/// 0-9 . _ -`, beginning with a letter or digit. Compared strictly, as it is printed.
public record ResourceId(String value) implements Comparable<ResourceId> {
  /// Longest id.
  public static final int LONGEST = 64;

  public ResourceId {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "'" + value + "' is no resource id: 1 to 64 of a-z 0-9 . _ - are expected");
    }
  }

  /// Whether a text is a resource id.
  public static boolean isOne(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isWordly(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (!isWordly(sign) && sign != '.' && sign != '_' && sign != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWordly(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
  }

  /// An id made from a name as people write it: `Bolt Ltd` becomes `bolt-ltd`.
  public static ResourceId fromName(String name) {
    String plain =
        java.text.Normalizer.normalize(
                name.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return new ResourceId(plain.length() > 64 ? plain.substring(0, 64) : plain);
  }

  @Override
  public int compareTo(ResourceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
