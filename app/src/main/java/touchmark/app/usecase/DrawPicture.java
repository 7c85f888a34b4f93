package touchmark.app.usecase;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Marks;
import touchmark.app.render.Camera;
import touchmark.app.render.Detail;
import touchmark.app.render.LayerRange;
import touchmark.app.render.Palette;
import touchmark.app.render.Picture;
import touchmark.app.render.Rasterizer;
import touchmark.app.render.Scene;
import touchmark.app.render.StandardView;
import touchmark.app.render.Subject;

/// Draws a file without a display.
public final class DrawPicture {
  private final Rasterizer rasterizer = new Rasterizer();

  /// A picture of an inspected file on the plate; empty when its kind has none.
  ///
  /// @param layer the last layer of a toolpath that is drawn, counted from 1; layers beyond the
  ///   last mean all
  /// @param marked findings to colour and to show through the walls
  /// @param width pixels
  /// @param height pixels
  public Optional<Picture> draw(
      Inspection inspection,
      StandardView view,
      OptionalInt layer,
      List<Finding> marked,
      int width,
      int height) {
    return Subject.of(inspection.file().data())
        .map(subject -> arranged(subject, layer, marked))
        .flatMap(
            subject ->
                subject
                    .bounds()
                    .map(box -> Camera.onto(box, view, (double) width / height))
                    .map(
                        camera ->
                            rasterizer.draw(
                                Scene.onBed(subject, Palette.LIGHT),
                                camera,
                                width,
                                height,
                                Detail.RESTING)));
  }

  private static Subject arranged(Subject subject, OptionalInt layer, List<Finding> marked) {
    return switch (subject) {
      case Subject.Solid solid -> solid.with(Marks.of(marked), !marked.isEmpty());
      case Subject.Sliced sliced ->
          layer.isEmpty() ? sliced : sliced.with(new LayerRange(0, last(sliced, layer.getAsInt())));
    };
  }

  private static int last(Subject.Sliced sliced, int layer) {
    return Math.clamp(layer - 1L, 0, sliced.toolpath().layers() - 1);
  }
}
