package touchmark.app.signature.step;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Finds the end of a STEP file's data and its signature sections, and is not fooled by strings and
/// comments that look like them [ISO 10303-21:2016 5.4, 6.4, Table 3]. Fed all bytes in order.
final class StepSections extends OutputStream {
  private static final int LONGEST_WORD = 32;
  private static final String END = "END-ISO-10303-21";
  private static final String BEGIN_SIGNATURE = "SIGNATURE";
  private static final String END_SECTION = "ENDSEC";

  /// A signature section.
  ///
  /// @param from the first character of its keyword
  /// @param body after the keyword's semicolon
  /// @param bodyEnd before the keyword of its end; the end of the file where that is missing
  /// @param to after it
  record Section(long from, long body, long bodyEnd, long to, boolean ended) {}

  private enum Within {
    TEXT,
    STRING,
    COMMENT,
    REFERENCE,
    SIGNATURE
  }

  private final int most;
  private final StringBuilder word = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private Within within = Within.TEXT;
  private long at;
  private long wordFrom;
  private boolean wordEnded;
  private int last;
  private OptionalLong end = OptionalLong.empty();
  private long sectionFrom;
  private long sectionBody;

  /// @param most sections that are kept
  StepSections(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) {
    int now = one & 0xFF;
    Within before = within;
    switch (within) {
      case TEXT -> inText(now);
      case STRING -> leaveAt(now == '\'');
      case COMMENT -> leaveAt(now == '/' && last == '*');
      case REFERENCE -> leaveAt(now == '>');
      case SIGNATURE -> inSignature(now);
    }
    last = within == before ? now : 0; // what opens a comment does not help to close it
    at++;
  }

  private void leaveAt(boolean over) {
    if (over) {
      within = Within.TEXT;
    }
  }

  private void inText(int now) {
    if (now == '\'') {
      enter(Within.STRING);
    } else if (now == '*' && last == '/') {
      enter(Within.COMMENT);
    } else if (now == '<') {
      enter(Within.REFERENCE);
    } else if (now == ';') {
      statement();
    } else {
      spell(now);
    }
  }

  private void enter(Within next) {
    within = next;
    word.setLength(0);
  }

  private void statement() {
    if (is(END) && end.isEmpty()) {
      end = OptionalLong.of(at + 1);
    } else if (is(BEGIN_SIGNATURE) && sections.size() < most) {
      within = Within.SIGNATURE;
      sectionFrom = wordFrom;
      sectionBody = at + 1;
    }
    word.setLength(0);
  }

  private boolean is(String keyword) {
    return keyword.contentEquals(word);
  }

  private void inSignature(int now) {
    if (now == ';'
        && word.length() >= END_SECTION.length()
        && word.substring(word.length() - END_SECTION.length()).equals(END_SECTION)) {
      long bodyEnd = wordFrom + word.length() - END_SECTION.length();
      sections.add(new Section(sectionFrom, sectionBody, bodyEnd, at + 1, true));
      within = Within.TEXT;
      word.setLength(0);
    } else {
      spell(now);
    }
  }

  /// Keeps the end of the word that is being spelt; blanks after it do not end it yet.
  private void spell(int now) {
    if (now <= ' ') {
      wordEnded = true;
      return;
    }
    boolean letter =
        (now >= 'A' && now <= 'Z')
            || (now >= 'a' && now <= 'z')
            || (now >= '0' && now <= '9')
            || now == '-'
            || now == '_';
    if (wordEnded || !letter) {
      word.setLength(0);
      wordEnded = false;
    }
    if (letter) {
      if (word.isEmpty()) {
        wordFrom = at;
      }
      if (word.length() == LONGEST_WORD) {
        word.deleteCharAt(0);
        wordFrom++;
      }
      word.append((char) now);
    }
  }

  /// After the semicolon that ends the data; empty where there is none.
  OptionalLong end() {
    return end;
  }

  /// The sections, in order.
  List<Section> sections() {
    List<Section> all = new ArrayList<>(sections);
    if (within == Within.SIGNATURE) {
      all.add(new Section(sectionFrom, sectionBody, at, at, false));
    }
    return all;
  }
}
