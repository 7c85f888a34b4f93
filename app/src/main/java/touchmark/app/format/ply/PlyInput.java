package touchmark.app.format.ply;

import java.io.IOException;
import touchmark.app.format.FormatException;

/// The numbers after the header, one after the other.
interface PlyInput {
  /// The next number, finite.
  float number(PlyType type) throws FormatException, IOException;

  /// The next number, which is a whole one from 0.
  int index(PlyType type) throws FormatException, IOException;

  /// Passes over numbers, whatever they are.
  void skip(PlyType type, int count) throws FormatException, IOException;

  /// The thing is whole; what else stands on its line in a text, as some programs write it, is
  /// passed over.
  void endThing() throws IOException;

  /// A problem with the newest number.
  FormatException problem(String expected, String found);
}
