package touchmark.app.sample;

import java.util.List;
import touchmark.app.mesh.Mesh;
import touchmark.app.sample.SolidDraft.Corner;
import touchmark.app.sample.SolidDraft.Plane;

/// A stranger's part that nobody registered: a spacer ring.
public final class SampleSpacer {
  private static final double OUTER = 20;
  private static final double BORE = 8.4;
  private static final double HEIGHT = 12;
  private static final int SEGMENTS = 64;

  /// The part, in millimetres.
  public Mesh mesh() {
    List<Point> edge = Outline.circle(0, 0, OUTER, SEGMENTS);
    List<Point> bore = Outline.circle(0, 0, BORE, SEGMENTS);
    Plane bottom = point -> Corner.of(point.x(), point.y(), 0);
    Plane top = point -> Corner.of(point.x(), point.y(), HEIGHT);
    SolidDraft draft = new SolidDraft();
    draft.band(edge, true, bottom, top);
    draft.band(bore.reversed(), true, bottom, top);
    draft.face(edge, List.of(bore), top);
    draft.face(
        Outline.mirrored(edge),
        List.of(Outline.mirrored(bore)),
        point -> Corner.of(-point.x(), point.y(), 0));
    return draft.mesh("spacer");
  }
}
