package touchmark.app.format.ply;

import java.io.IOException;
import touchmark.app.format.FormatException;
import touchmark.app.format.TextWords;

/// Numbers as words.
final class PlyText implements PlyInput {
  private final TextWords words;

  /// @param words positioned after the header
  PlyText(TextWords words) {
    this.words = words;
  }

  @Override
  public float number(PlyType type) throws FormatException, IOException {
    words.next();
    return words.number();
  }

  @Override
  public int index(PlyType type) throws FormatException, IOException {
    words.next();
    int index = words.integer();
    if (index < 0) {
      throw words.problem("a number from 0", words.shown());
    }
    return index;
  }

  @Override
  public void skip(PlyType type, int count) throws FormatException, IOException {
    for (int i = 0; i < count; i++) {
      words.next();
      if (words.ended()) {
        throw words.problem("a number", words.shown());
      }
    }
  }

  @Override
  public void endThing() throws IOException {
    words.skipLine();
  }

  @Override
  public FormatException problem(String expected, String found) {
    return words.problem(expected, found);
  }
}
