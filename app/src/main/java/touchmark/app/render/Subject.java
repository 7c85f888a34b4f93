package touchmark.app.render;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import touchmark.app.format.ProductData;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Mesh;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;

/// What a picture is of.
public sealed interface Subject {
  /// What a reader made of a file, whole; empty when there is nothing to draw.
  static Optional<Subject> of(ProductData data) {
    return switch (data) {
      case ProductData.Model(var mesh) -> Optional.of(new Solid(mesh));
      case ProductData.Sliced(var toolpath, _) ->
          toolpath.layers() == 0 ? Optional.empty() : Optional.of(new Sliced(toolpath));
      case ProductData.Cad(_, var shape) -> shape.map(Solid::new);
      case ProductData.Layered _,
          ProductData.Configured _,
          ProductData.Results _,
          ProductData.Unread _ ->
          Optional.empty();
    };
  }

  /// The box around all of it, cut or not; empty when there is nothing to see.
  Optional<Box> bounds();

  /// A model.
  ///
  /// @param highlights facets in other colours; a later one covers an earlier one
  /// @param seeThrough whether highlighted facets show through the walls before them
  /// @param section height above which everything is cut away, in the unit of the mesh
  record Solid(Mesh mesh, List<Highlight> highlights, boolean seeThrough, OptionalDouble section)
      implements Subject {
    public Solid {
      highlights = List.copyOf(highlights);
    }

    /// A whole model.
    public Solid(Mesh mesh) {
      this(mesh, List.of(), false, OptionalDouble.empty());
    }

    /// The same model with other highlights.
    public Solid with(List<Highlight> others, boolean throughWalls) {
      return new Solid(mesh, others, throughWalls, section);
    }

    /// The same model cut at a height, or whole.
    public Solid cutAt(OptionalDouble height) {
      return new Solid(mesh, highlights, seeThrough, height);
    }

    @Override
    public Optional<Box> bounds() {
      return mesh.bounds();
    }
  }

  /// A sliced model.
  ///
  /// @param endMove moves from here on are not drawn
  /// @param hidden features left out
  record Sliced(Toolpath toolpath, LayerRange layers, int endMove, Set<Feature> hidden)
      implements Subject {
    public Sliced {
      if (layers.last() >= toolpath.layers()) {
        throw new IllegalArgumentException(
            "the toolpath has only " + toolpath.layers() + " layers");
      }
      hidden = Set.copyOf(hidden);
    }

    /// All layers, without travel.
    ///
    /// @param toolpath with at least one layer
    public Sliced(Toolpath toolpath) {
      this(
          toolpath,
          new LayerRange(0, toolpath.layers() - 1),
          toolpath.moves(),
          Set.of(Feature.TRAVEL));
    }

    /// The same toolpath with other layers, whole.
    public Sliced with(LayerRange range) {
      return new Sliced(toolpath, range, toolpath.moves(), hidden);
    }

    /// The same toolpath without some features.
    public Sliced without(Set<Feature> features) {
      return new Sliced(toolpath, layers, endMove, features);
    }

    @Override
    public Optional<Box> bounds() {
      return toolpath.bounds();
    }
  }
}
