package touchmark.app.format;

import touchmark.app.mesh.Mesh;
import touchmark.app.toolpath.Toolpath;

/// What a reader made of a file.
public sealed interface ProductData {
  /// A 3D model.
  record Model(Mesh mesh) implements ProductData {}

  /// A sliced model.
  record Sliced(Toolpath toolpath, SliceFacts facts) implements ProductData {}

  /// Bytes that no reader recognised. They can still be claimed, shared and verified.
  record Unread() implements ProductData {}
}
