package touchmark.app.format.layerfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import touchmark.app.format.FormatException;

/// Reads the commands of a layer file as text: `$$NAME/value,value,...`, and comments between
/// double slashes. Blanks and line ends mean nothing.
final class AsciiLayers {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_VALUE = 500;

  private final LayerInput in;
  private final LayerDraft draft;
  private final byte[] token = new byte[LONGEST_NUMBER];

  AsciiLayers(LayerInput in, LayerDraft draft) {
    this.in = in;
    this.draft = draft;
  }

  void read() throws FormatException, IOException {
    while (toCommand()) {
      String name = name();
      switch (name) {
        case "GEOMETRYSTART" -> {}
        case "GEOMETRYEND" -> {
          end();
          return;
        }
        case "LAYER" -> draft.layer(number());
        case "POLYLINE" -> {
          long part = whole();
          int direction = (int) whole();
          float[] points = draft.points(whole(), 2, 2);
          coordinates(points);
          draft.polyline(part, direction, points);
        }
        case "HATCHES" -> {
          long part = whole();
          float[] points = draft.points(whole(), 4, 2);
          coordinates(points);
          draft.hatches(part, points);
        }
        default -> draft.say(name, value());
      }
    }
  }

  /// Goes to behind the next `$$`.
  ///
  /// @return false at the end of the file
  private boolean toCommand() throws FormatException, IOException {
    while (true) {
      int next = in.next();
      if (next < 0) {
        return false;
      }
      if (next == '$' && in.peek() == '$') {
        in.next();
        return true;
      }
      if (next == '/' && in.peek() == '/') {
        comment();
      } else if (next > ' ') {
        throw in.problem("a command that begins with $$", "\"" + (char) next + "\"");
      }
    }
  }

  private void comment() throws FormatException, IOException {
    int before = in.next();
    int next = in.next();
    while (!(before == '/' && next == '/') || next < 0) {
      if (next < 0) {
        throw in.problem("the end of a comment", "the end of the file");
      }
      before = next;
      next = in.next();
    }
  }

  private String name() throws FormatException, IOException {
    StringBuilder name = new StringBuilder();
    for (int next = in.peek(); next > ' ' && next != '/' && next != '$'; next = in.peek()) {
      if (name.length() == LONGEST_NAME) {
        throw in.problem("a command of at most " + LONGEST_NAME + " letters", "a longer one");
      }
      name.append((char) in.next());
    }
    if (in.peek() == '/') {
      in.next();
    }
    return name.toString();
  }

  private String value() throws IOException {
    StringBuilder value = new StringBuilder();
    for (int next = in.peek(); next >= 0 && next != '$' && next != '\n'; next = in.peek()) {
      in.next();
      if (value.length() < LONGEST_VALUE) {
        value.append((char) next);
      }
    }
    return value.toString().strip();
  }

  private void coordinates(float[] points) throws FormatException, IOException {
    for (int i = 0; i < points.length; i++) {
      points[i] = draft.millimetres(number());
    }
  }

  private long whole() throws FormatException, IOException {
    double value = number();
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw in.problem("a whole number", String.valueOf(value));
    }
    return (long) value;
  }

  /// A number and the comma behind it, if there is one.
  private double number() throws FormatException, IOException {
    int length = 0;
    int next = skipBlanks();
    for (; isOfNumber(next); next = in.peek()) {
      if (length == LONGEST_NUMBER) {
        throw in.problem("a number of at most " + LONGEST_NUMBER + " characters", "a longer one");
      }
      token[length++] = (byte) in.next();
    }
    String text = new String(token, 0, length, StandardCharsets.ISO_8859_1);
    if (skipBlanks() == ',') {
      in.next();
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw in.problem("a number", "\"" + text + "\"", e);
    }
  }

  private static boolean isOfNumber(int c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
  }

  private int skipBlanks() throws IOException {
    int next = in.peek();
    while (next >= 0 && next <= ' ') {
      in.next();
      next = in.peek();
    }
    return next;
  }

  /// Only blanks may follow; a control-Z ended files once.
  private void end() throws FormatException, IOException {
    for (int next = in.next(); next >= 0; next = in.next()) {
      if (next > ' ') {
        throw in.problem("nothing after $$GEOMETRYEND", "\"" + (char) next + "\"");
      }
    }
  }
}
