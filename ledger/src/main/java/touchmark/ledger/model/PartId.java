package touchmark.ledger.model;

import java.util.Comparator;
import java.util.regex.Pattern;

/// The name of a physical part: its maker, and the serial number that the maker gave it. Two makers
/// may use the same number.
///
/// @param serialNumber 1 to 64 visible ASCII signs, as it stands on the part
public record PartId(ResourceId maker, String serialNumber) implements Comparable<PartId> {
  /// Longest serial number.
  public static final int LONGEST_NUMBER = 64;

  private static final Pattern ALLOWED = Pattern.compile("[!-~]{1," + LONGEST_NUMBER + "}");
  private static final Comparator<PartId> ORDER =
      Comparator.comparing(PartId::maker).thenComparing(PartId::serialNumber);

  public PartId {
    if (!ALLOWED.matcher(serialNumber).matches()) {
      throw new IllegalArgumentException(
          "'" + serialNumber + "' is no serial number: 1 to 64 visible ASCII signs are expected");
    }
  }

  @Override
  public int compareTo(PartId other) {
    return ORDER.compare(this, other);
  }

  /// `maker/number`; an id has no stroke, so the first one divides.
  @Override
  public String toString() {
    return maker + "/" + serialNumber;
  }
}
