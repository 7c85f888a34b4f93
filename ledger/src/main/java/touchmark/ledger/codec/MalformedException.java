package touchmark.ledger.codec;

/// Bytes from outside that are not what they claim to be. The message is one sentence: the place,
/// what was expected there, what was found.
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_FOUND = 120;

  private final String place;

  /// @param place as people would look it up: `payload.statement.issuer`, `block, byte 117`
  /// @param expected continues "expected "
  /// @param found continues "found "; cut after 120 characters
  public MalformedException(String place, String expected, String found) {
    super(place + ": expected " + expected + ", found " + shortened(found));
    this.place = place;
  }

  /// Wraps a sentence of the model's own checks.
  MalformedException(String place, IllegalArgumentException cause) {
    super(place + ": " + cause.getMessage(), cause);
    this.place = place;
  }

  /// Where it is wrong.
  public String place() {
    return place;
  }

  private static String shortened(String found) {
    return found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND) + "...";
  }
}
