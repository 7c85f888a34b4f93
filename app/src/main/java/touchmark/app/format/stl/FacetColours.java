package touchmark.app.format.stl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import touchmark.app.format.Head;
import touchmark.app.mesh.MeshPart;

/// The colours that two programs keep in the attributes of binary facets, in neither case part of
/// the format. Materialise Magics writes `COLOR=` and a colour for all into the header; facets with
/// bit 15 clear have their own, red in the lowest bits. VisCAM and SolidView write no header;
/// facets with bit 15 set have their own, blue in the lowest bits.
///
/// Each run of facets of one colour is a part. A file with very many runs keeps none of them: parts
/// are for people.
final class FacetColours {
  private static final int MOST_RUNS = 1_000;
  private static final int NONE = -1;
  private static final int HEADER = 80;
  private static final String MARK = "COLOR=";
  private static final int OWN = 1 << 15;
  private static final int FIVE_BITS = 31;

  private record Run(int first, int colour) {}

  /// The colour of all facets by the header, or [#NONE].
  private final int ofAll;

  private final boolean isMagics;
  private final List<Run> runs = new ArrayList<>();
  private int facets;

  FacetColours(Head head) {
    int at = head.text().substring(0, HEADER).indexOf(MARK);
    isMagics = at >= 0 && at + MARK.length() + 4 <= HEADER;
    int rgb = at + MARK.length();
    ofAll = isMagics ? head.at(rgb) << 16 | head.at(rgb + 1) << 8 | head.at(rgb + 2) : NONE;
  }

  /// The attribute of the next facet, 16 bits.
  void next(int attribute) {
    int colour = colour(attribute);
    if (runs.isEmpty() || (runs.getLast().colour != colour && runs.size() <= MOST_RUNS)) {
      runs.add(new Run(facets, colour));
    }
    facets++;
  }

  private int colour(int attribute) {
    boolean isOwn = (attribute & OWN) != 0;
    int low = eight(attribute);
    int middle = eight(attribute >> 5);
    int high = eight(attribute >> 10);
    if (isMagics) {
      return isOwn ? ofAll : low << 16 | middle << 8 | high;
    }
    return isOwn ? high << 16 | middle << 8 | low : NONE;
  }

  private static int eight(int bits) {
    int five = bits & FIVE_BITS;
    return five << 3 | five >> 2;
  }

  /// The parts of all facets so far, at least one.
  ///
  /// @param name what the file calls its solid, perhaps empty
  List<MeshPart> parts(String name) {
    if (runs.size() < 2 || runs.size() > MOST_RUNS) {
      int colour = runs.size() == 1 ? runs.getFirst().colour : ofAll;
      return List.of(new MeshPart(name, 0, facets, known(colour)));
    }
    List<MeshPart> parts = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      int end = i + 1 < runs.size() ? runs.get(i + 1).first : facets;
      parts.add(
          new MeshPart(title(name, run.colour), run.first, end - run.first, known(run.colour)));
    }
    return parts;
  }

  private static String title(String name, int colour) {
    String words =
        colour == NONE ? "without colour" : String.format(Locale.ROOT, "colour #%06X", colour);
    return name.isEmpty() ? words : name + ", " + words;
  }

  private static OptionalInt known(int colour) {
    return colour == NONE ? OptionalInt.empty() : OptionalInt.of(colour);
  }
}
