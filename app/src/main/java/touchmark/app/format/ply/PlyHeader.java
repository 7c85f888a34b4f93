package touchmark.app.format.ply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.Head;
import touchmark.app.format.Source;
import touchmark.app.mesh.TriangleList;

/// What stands before the numbers.
///
/// @param length bytes up to and with the end of the line `end_header`
/// @param lines how many lines these are
record PlyHeader(PlyForm form, List<PlyElement> elements, int length, int lines) {
  private static final int MOST_ELEMENTS = 64;
  private static final int MOST_PROPERTIES = 256;

  PlyHeader {
    elements = List.copyOf(elements);
  }

  /// Reads the header, all of which lies in the first [Head#LENGTH] bytes.
  static PlyHeader of(Source source) throws FormatException {
    return new Parser(source).parse();
  }

  Optional<PlyElement> face() {
    return elements.stream().filter(PlyElement::isFace).findFirst();
  }

  /// Line by line.
  private static final class Parser {
    private final Source source;
    private final String text;
    private final String lineEnd;
    private final List<PlyElement> elements = new ArrayList<>();
    private int at;
    private int line;
    private Optional<PlyForm> form = Optional.empty();
    private String element = "";
    private int count;
    private List<PlyProperty> properties = new ArrayList<>();

    Parser(Source source) {
      this.source = source;
      this.text = source.head().text();
      int feed = text.indexOf('\n');
      int carriage = text.indexOf('\r');
      this.lineEnd =
          carriage >= 0 && carriage + 1 == feed
              ? "\r\n"
              : carriage >= 0 && (feed < 0 || carriage < feed) ? "\r" : "\n";
    }

    PlyHeader parse() throws FormatException {
      nextLine();
      while (true) {
        String[] words = nextLine().split("[ \t]+");
        switch (words[0]) {
          case "format" -> form = Optional.of(form(words));
          case "element" -> beginElement(words);
          case "property" -> addProperty(words);
          case "comment", "obj_info", "" -> {}
          case "end_header" -> {
            endElement();
            return new PlyHeader(
                form.orElseThrow(() -> problem("a line \"format\"", "none")), elements, at, line);
          }
          default -> throw problem("format, element, property or end_header", quoted(words[0]));
        }
      }
    }

    private String nextLine() throws FormatException {
      line++;
      int end = text.indexOf(lineEnd, at);
      if (end < 0) {
        throw problem(
            "\"end_header\" within the first " + Head.LENGTH + " bytes",
            text.length() < Head.LENGTH ? "the end of the file" : "none");
      }
      String content = text.substring(at, end).strip();
      at = end + lineEnd.length();
      return content;
    }

    private PlyForm form(String[] words) throws FormatException {
      return Arrays.stream(PlyForm.values())
          .filter(known -> words.length == 3 && known.keyword().equals(words[1]))
          .findFirst()
          .orElseThrow(
              () ->
                  problem(
                      "ascii, binary_little_endian or binary_big_endian and a version",
                      quoted(String.join(" ", words))));
    }

    private void beginElement(String[] words) throws FormatException {
      endElement();
      if (words.length != 3 || !words[2].matches("\\d{1,10}")) {
        throw problem("the name and count of an element", quoted(String.join(" ", words)));
      }
      if (elements.size() == MOST_ELEMENTS) {
        throw problem("at most " + MOST_ELEMENTS + " elements", "more");
      }
      long stated = Long.parseLong(words[2]);
      long most = Math.min(source.size(), TriangleList.MOST);
      if (stated > most) {
        throw problem("at most " + most + " of " + quoted(words[1]), words[2]);
      }
      element = words[1];
      count = (int) stated;
    }

    /// The stated count is held against the size of the file before anything is allocated.
    private void endElement() throws FormatException {
      if (element.isEmpty()) {
        return;
      }
      boolean binary = form.isPresent() && form.get() != PlyForm.ASCII;
      long least = properties.stream().mapToLong(each -> binary ? each.leastBytes() : 2).sum();
      long most = least == 0 ? 0 : (source.size() + 1) / least;
      if (count > most) {
        throw problem(
            "at most %d of %s in %d bytes".formatted(most, quoted(element), source.size()),
            Integer.toString(count));
      }
      elements.add(new PlyElement(element, count, properties));
      element = "";
      properties = new ArrayList<>();
    }

    private void addProperty(String[] words) throws FormatException {
      boolean list = words.length == 5 && words[1].equals("list");
      Optional<PlyType> type =
          list
              ? PlyType.named(words[3])
              : words.length == 3 ? PlyType.named(words[1]) : Optional.empty();
      Optional<PlyType> counted =
          list ? PlyType.named(words[2]).filter(PlyType::isWhole) : Optional.empty();
      if (element.isEmpty() || type.isEmpty() || (list && counted.isEmpty())) {
        throw problem("the type and name of a property", quoted(String.join(" ", words)));
      }
      if (properties.size() == MOST_PROPERTIES) {
        throw problem("at most " + MOST_PROPERTIES + " properties", "more");
      }
      PlyProperty property = new PlyProperty(words[words.length - 1], type.get(), counted);
      if (property.isCorners() && !type.get().isWhole()) {
        throw problem("whole numbers as corners", quoted(String.join(" ", words)));
      }
      properties.add(property);
    }

    private FormatException problem(String expected, String found) {
      return new FormatException(source.path(), "line " + line, expected, found);
    }

    private static String quoted(String words) {
      return "\"" + (words.length() > 80 ? words.substring(0, 80) + "..." : words) + "\"";
    }
  }
}
