package touchmark.app.format.ply;

import java.util.List;

/// A kind of thing in the file and how many of them there are.
record PlyElement(String name, int count, List<PlyProperty> properties) {
  PlyElement {
    properties = List.copyOf(properties);
  }

  boolean isVertex() {
    return name.equals("vertex");
  }

  boolean isFace() {
    return name.equals("face") && properties.stream().anyMatch(PlyProperty::isCorners);
  }
}
