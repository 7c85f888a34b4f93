package touchmark.app.format;

import java.util.Optional;
import touchmark.app.measured.Measured;
import touchmark.app.mesh.Mesh;
import touchmark.app.settings.Settings;
import touchmark.app.slices.Slices;
import touchmark.app.toolpath.Toolpath;

/// What a reader made of a file.
public sealed interface ProductData {
  /// A 3D model.
  record Model(Mesh mesh) implements ProductData {}

  /// A sliced model.
  record Sliced(Toolpath toolpath, SliceFacts facts) implements ProductData {}

  /// Layers of outlines and hatches.
  record Layered(Slices slices) implements ProductData {}

  /// A CAD model with its product structure.
  ///
  /// @param shape empty when the file has none that can be shown; the facts say why
  record Cad(CadFacts facts, Optional<Mesh> shape) implements ProductData {}

  /// Settings of a slicer or printer.
  record Configured(Settings settings) implements ProductData {}

  /// Measured data.
  record Results(Measured measured) implements ProductData {}

  /// Bytes that no reader recognised. They can still be claimed, shared and verified.
  record Unread() implements ProductData {}
}
