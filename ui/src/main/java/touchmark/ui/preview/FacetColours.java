package touchmark.ui.preview;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.mesh.MeshPart;
import touchmark.app.render.Highlight;
import touchmark.app.render.Palette;
import touchmark.app.render.Subject;

/// The colours of a model as a short list, and which of them each facet has.
final class FacetColours {
  private final List<Integer> colours = new ArrayList<>();
  private final short[] index;

  FacetColours(Subject.Solid solid, Palette palette) {
    index = new short[solid.mesh().triangleCount()];
    colours.add(palette.part());
    for (MeshPart part : solid.mesh().parts()) {
      if (part.colour().isPresent()) {
        short colour = add(0xff000000 | part.colour().getAsInt());
        int end = Math.min(index.length, part.firstTriangle() + part.triangles());
        for (int facet = part.firstTriangle(); facet < end; facet++) {
          index[facet] = colour;
        }
      }
    }
    for (Highlight highlight : solid.highlights()) {
      short colour = add(palette.colour(highlight.tone()));
      highlight.facets().indices().forEach(facet -> index[facet] = colour);
    }
  }

  /// 0xAARRGGBB each.
  List<Integer> colours() {
    return List.copyOf(colours);
  }

  /// Place in [#colours] of a facet's colour.
  int of(int facet) {
    return index[facet];
  }

  private short add(int colour) {
    int found = colours.indexOf(colour);
    if (found < 0 && colours.size() < Short.MAX_VALUE) {
      colours.add(colour);
      found = colours.size() - 1;
    }
    return (short) Math.max(0, found);
  }
}
