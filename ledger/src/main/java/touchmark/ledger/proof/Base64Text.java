package touchmark.ledger.proof;

import java.util.Base64;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.model.Bytes;

/// Base64 with padding [RFC 4648 4], in the one form that bytes have: no other text stands for the
/// same bytes, so that nothing can be altered unseen.
public final class Base64Text {
  private Base64Text() {}

  /// The text of some bytes.
  public static String print(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /// Reads a text whose length the caller has bounded.
  ///
  /// @param place where it stands, for the sentence
  public static Bytes parse(String place, String text) throws MalformedException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return Bytes.of(bytes);
      }
    } catch (IllegalArgumentException e) {
      // Said below: what it is instead does not matter.
    }
    throw new MalformedException(place, "Base64 with padding", "\"" + text + "\"");
  }
}
