package touchmark.app.format.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.app.format.FormatException;

/// Reads an exchange structure in one pass [ISO 10303-21 5.3]: its sections, and of each instance
/// its name, its types, what it refers to, and where [StepType] says so its text.
final class StepParser {
  /// Solids whose boundary is represented [ISO 10303-42].
  static final Set<String> SOLIDS =
      Set.of("MANIFOLD_SOLID_BREP", "BREP_WITH_VOIDS", "FACETED_BREP");

  /// Their faces, and those of surface models.
  static final Set<String> FACES = Set.of("ADVANCED_FACE", "FACE_SURFACE", "FACE");

  private static final int DEEPEST = 64;
  private static final int MOST_TOLD = 10;

  private final Statements statements;
  private StepHeader header = StepHeader.EMPTY;
  private final Records records = new Records();
  private final InstanceNames names = new InstanceNames();
  private final List<Long> duplicates = new ArrayList<>();
  private int duplicateCount;
  private int solids;
  private int faces;
  private int voids;
  private int signatures;

  StepParser(Statements statements) {
    this.statements = statements;
  }

  /// Reads to the end.
  StepFile parse() throws FormatException, IOException {
    require("ISO-10303-21");
    require("HEADER");
    header();
    while (next("DATA or END-ISO-10303-21") && !statements.is("END-ISO-10303-21")) {
      section();
    }
    while (statements.comesNext("SIGNATURE;") && statements.next()) {
      signature();
    }
    long trailing = statements.drain();
    return new StepFile(
        header,
        records,
        names,
        duplicates,
        duplicateCount,
        solids,
        faces,
        voids,
        signatures,
        trailing);
  }

  private void section() throws FormatException, IOException {
    if (statements.is("DATA") || statements.startsWith("DATA(")) {
      while (next("ENDSEC") && !statements.is("ENDSEC")) {
        instance();
      }
    } else if (statements.is("ANCHOR")) {
      while (next("ENDSEC") && !statements.is("ENDSEC")) {
        fit("<", statements.startsWith("<"));
      }
    } else if (statements.is("REFERENCE")) {
      while (next("ENDSEC") && !statements.is("ENDSEC")) {
        reference();
      }
    } else if (statements.is("SIGNATURE")) {
      signature();
    } else {
      throw statements.problem(
          "a section DATA, ANCHOR, REFERENCE or SIGNATURE", "\"" + statements.shown() + "\"");
    }
  }

  private void require(String word) throws FormatException, IOException {
    next(word);
    fit(word + ";", statements.is(word));
  }

  private boolean next(String expected) throws FormatException, IOException {
    if (!statements.next()) {
      throw statements.problem(expected + ";", "the end of the file");
    }
    return true;
  }

  private void fit(String expected, boolean fits) throws FormatException {
    if (!fits) {
      throw statements.problem("\"" + expected + "\"", "\"" + statements.shown() + "\"");
    }
  }

  private void header() throws FormatException, IOException {
    while (next("ENDSEC") && !statements.is("ENDSEC")) {
      try {
        Cursor cursor = new Cursor(statements.bytes(), 0, statements.length());
        StepPart part = new StepPart(cursor.keyword(), cursor.parameters());
        if (part.keyword().equals("FILE_NAME")) {
          header = header.withName(part);
        } else if (part.keyword().equals("FILE_SCHEMA")) {
          header = header.withSchemas(part.texts(0));
        }
      } catch (Cursor.Unfit e) {
        throw statements.problem(e.expected(), e.found());
      }
    }
  }

  /// The base64 of a signature is a statement together with the word that ends it.
  private void signature() throws FormatException, IOException {
    next("the end of the signature section");
    fit("ENDSEC;", statements.endsWith("ENDSEC"));
    signatures++;
  }

  /// `#10=<http://...>`: an instance that stands in another file.
  private void reference() throws FormatException {
    if (!statements.startsWith("#")) {
      return;
    }
    try {
      define(
          new Cursor(statements.bytes(), 0, statements.length()).reference(),
          InstanceNames.NOT_KEPT);
    } catch (Cursor.Unfit e) {
      throw statements.problem(e.expected(), e.found());
    }
  }

  private void instance() throws FormatException {
    byte[] bytes = statements.bytes();
    int end = statements.length();
    Kinds kinds = new Kinds();
    try {
      Cursor cursor = new Cursor(bytes, 0, end);
      long name = cursor.reference();
      cursor.expect('=');
      int start = end - cursor.left();
      boolean complex = cursor.peek() == '(';
      if (!complex) {
        kinds.add(cursor.keyword(), bytes, start, end);
      }
      walk(bytes, end - cursor.left(), end, complex ? Optional.of(kinds) : Optional.empty());
      count(kinds);
      define(name, keep(name, kinds, start));
    } catch (Cursor.Unfit e) {
      throw statements.problem(e.expected(), e.found());
    }
  }

  private int keep(long name, Kinds kinds, int start) {
    boolean first = names.record(name) == InstanceNames.UNDEFINED;
    return kinds.kept.isPresent() && first
        ? records.add(name, kinds.kept.get(), statements.bytes(), start, statements.length())
        : InstanceNames.NOT_KEPT;
  }

  private void count(Kinds kinds) {
    solids += kinds.solid ? 1 : 0;
    faces += kinds.face ? 1 : 0;
    voids += kinds.voids;
  }

  private void define(long name, int record) {
    if (!names.define(name, record)) {
      duplicateCount++;
      if (duplicates.size() < MOST_TOLD) {
        duplicates.add(name);
      }
    }
  }

  /// What the types of one instance say.
  private static final class Kinds {
    private Optional<StepType> kept = Optional.empty();
    private boolean solid;
    private boolean face;
    private int voids;

    void add(String keyword, byte[] bytes, int start, int end) throws Cursor.Unfit {
      if (kept.isEmpty()) {
        kept = StepType.of(keyword);
      }
      solid |= SOLIDS.contains(keyword);
      face |= FACES.contains(keyword);
      if (keyword.equals("BREP_WITH_VOIDS")) {
        Cursor cursor = new Cursor(bytes, start, end);
        StepPart part = new StepPart(cursor.keyword(), cursor.parameters());
        // the last parameter, whether it stands alone or after those of the supertypes
        voids += part.references(part.parameters().size() - 1).size();
      }
    }
  }

  /// Checks brackets and strings, and notes what is referred to.
  ///
  /// @param parts told the types of a complex instance
  private void walk(byte[] bytes, int from, int end, Optional<Kinds> parts) throws Cursor.Unfit {
    int depth = 0;
    int at = from;
    while (at < end) {
      byte next = bytes[at];
      if (next == '\'' || next == '"') {
        at = afterQuote(bytes, at, end);
      } else if (next == '#') {
        Cursor cursor = new Cursor(bytes, at, end);
        names.refer(cursor.reference());
        at = end - cursor.left();
      } else if (depth == 1 && parts.isPresent() && isPartHere(bytes, from, at)) {
        Cursor cursor = new Cursor(bytes, at, end);
        parts.get().add(cursor.keyword(), bytes, at, end);
        at = end - cursor.left();
      } else {
        depth += next == '(' ? 1 : next == ')' ? -1 : 0;
        at++;
        if (depth > DEEPEST) {
          throw new Cursor.Unfit("lists at most " + DEEPEST + " deep", "a deeper one");
        }
        if (depth <= 0 && at < end) {
          throw new Cursor.Unfit("';' after the instance", "more");
        }
      }
    }
    if (depth != 0 || from == end) {
      throw new Cursor.Unfit("parameters in brackets", "brackets that do not close");
    }
  }

  /// A part of a complex instance begins after its bracket or after another part.
  private static boolean isPartHere(byte[] bytes, int from, int at) {
    byte before = bytes[at - 1];
    return (at == from + 1 || before == ')') && Cursor.isOfKeyword(bytes[at]);
  }

  private static int afterQuote(byte[] bytes, int at, int end) {
    int next = at + 1;
    while (next < end && bytes[next] != bytes[at]) {
      next++;
    }
    return next + 1;
  }
}
