package touchmark.app.format.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import touchmark.app.format.FormatException;

/// Lets XML through as long as none of its tags, comments and instructions is longer than
/// [Xml#LONGEST_TOKEN]: a parser keeps each whole in memory. Zero bytes are passed over, so that
/// UTF-16 is looked through as well as UTF-8.
final class XmlTokens extends FilterInputStream {
  /// Length of `<![CDATA[`, the longest beginning that tells what a tag is.
  private static final int LONGEST_MARK = 9;

  private enum Within {
    TEXT,
    TAG,
    QUOTED,
    COMMENT,
    CHARACTERS,
    INSTRUCTION
  }

  private final Path file;
  private final String part;
  private Within within = Within.TEXT;
  private int quote;
  private int token;

  /// The last three bytes, the newest lowest.
  private int last;

  XmlTokens(Path file, String part, InputStream in) {
    super(in);
    this.file = file;
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      pass((byte) value);
    }
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    int end = offset + count;
    for (int i = offset; i < end; ) {
      i = passPlain(into, i, end);
      if (i < end) {
        pass(into[i++]);
      }
    }
    return count;
  }

  /// Passes what cannot end the present state, which is nearly all there is.
  ///
  /// @return the place of the first byte that can
  private int passPlain(byte[] bytes, int from, int end) throws IOException {
    int i = from;
    if (within == Within.TEXT) {
      while (i < end && bytes[i] != '<') {
        i++;
      }
    } else if (within == Within.QUOTED) {
      while (i < end && bytes[i] != quote && bytes[i] != 0) {
        i++;
      }
    } else if (within == Within.TAG && token > LONGEST_MARK) {
      while (i < end && !endsPlainTag(bytes[i])) {
        i++;
      }
    }
    if (i > from) {
      token += within == Within.TEXT ? 0 : i - from;
      last = bytes[i - 1] & 0xFF;
      checkLength();
    }
    return i;
  }

  private static boolean endsPlainTag(byte value) {
    return value == '>' || value == '"' || value == '\'' || value == 0;
  }

  private void pass(byte value) throws IOException {
    if (value == 0) {
      return;
    }
    int now = value & 0xFF;
    token++;
    switch (within) {
      case TEXT -> {
        token = 0;
        within = now == '<' ? Within.TAG : Within.TEXT;
      }
      case TAG -> inTag(now);
      case QUOTED -> within = now == quote ? Within.TAG : Within.QUOTED;
      case COMMENT -> endAt(now == '>' && (last & 0xFFFF) == ('-' << 8 | '-') && token >= 6);
      case CHARACTERS -> endAt(now == '>' && (last & 0xFFFF) == (']' << 8 | ']'));
      case INSTRUCTION -> endAt(now == '>' && (last & 0xFF) == '?');
    }
    last = (last << 8 | now) & 0xFFFFFF;
    checkLength();
  }

  private void checkLength() throws IOException {
    if (token > Xml.LONGEST_TOKEN) {
      FormatException told =
          new FormatException(
              file,
              part,
              "tags and comments of at most " + Xml.LONGEST_TOKEN + " bytes",
              "a longer one");
      throw new IOException(told.getMessage(), told);
    }
  }

  private void inTag(int now) {
    if (token == 1 && now == '?') {
      within = Within.INSTRUCTION;
    } else if (token == 3 && now == '-' && (last & 0xFFFF) == ('!' << 8 | '-')) {
      within = Within.COMMENT;
    } else if (token == 8 && now == '[' && (last & 0xFF) == 'A') {
      within = Within.CHARACTERS;
    } else if (now == '"' || now == '\'') {
      quote = now;
      within = Within.QUOTED;
    } else {
      endAt(now == '>');
    }
  }

  private void endAt(boolean end) {
    if (end) {
      within = Within.TEXT;
    }
  }
}
