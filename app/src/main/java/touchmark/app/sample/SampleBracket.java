package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.mesh.Mesh;
import touchmark.app.sample.SolidDraft.Corner;
import touchmark.app.sample.SolidDraft.Plane;

/// The sample part: a wall bracket of a base plate with four screw holes, a boss with a bore, a
/// back plate with a window, and two ribs. One closed shell: where two bodies meet, the faces are
/// drawn around the joint, so nothing has to be united.
public final class SampleBracket {
  private final BracketDimensions size;
  private final double plateTop;
  private final double backY;
  private final int quarter;

  /// With the dimensions of the resources.
  public SampleBracket() {
    size = BracketDimensions.ofSample();
    plateTop = size.plate().thickness();
    backY = size.backY();
    quarter = size.segments() / 4;
  }

  /// The part as designed.
  public Mesh genuine() {
    return draft().mesh("bracket");
  }

  /// The same from outside, with a cavity in the base plate under the left rib.
  public Mesh tampered() {
    SolidDraft draft = draft();
    BracketDimensions.Hole hole = size.hole();
    HiddenBall.into(draft, hole.x(), hole.y(), hole.z(), hole.volume());
    return draft.mesh("bracket");
  }

  /// Volume of the tampered part's cavity, mm3.
  public double voidVolume() {
    return size.hole().volume();
  }

  private SolidDraft draft() {
    SolidDraft draft = new SolidDraft();
    plate(draft);
    boss(draft);
    back(draft);
    rib(draft, size.ribs().leftX());
    rib(draft, size.ribs().rightX());
    return draft;
  }

  private void plate(SolidDraft draft) {
    Plane bottom = level(0);
    Plane top = level(plateTop);
    List<List<Point>> screws = screwHoles();

    // around the plate from the back left corner, counter-clockwise
    List<Point> sides = new ArrayList<>();
    sides.add(new Point(0, size.depth()));
    sides.add(new Point(0, backY));
    sides.addAll(frontEdge());
    sides.add(new Point(size.width(), backY));
    sides.add(new Point(size.width(), size.depth()));
    draft.band(sides, false, bottom, top);

    List<List<Point>> through = new ArrayList<>(screws);
    through.add(bore());
    draft.face(
        Outline.mirrored(sides),
        through.stream().map(Outline::mirrored).toList(),
        point -> Corner.of(-point.x(), point.y(), 0));

    // what of the top the back plate and the ribs leave free
    List<Point> free = new ArrayList<>(frontEdge());
    free.add(new Point(size.width(), backY));
    for (double x : new double[] {size.ribs().rightX(), size.ribs().leftX()}) {
      double right = x + size.ribs().thickness();
      free.add(new Point(right, backY));
      free.add(new Point(right, size.ribs().frontY()));
      free.add(new Point(x, size.ribs().frontY()));
      free.add(new Point(x, backY));
    }
    free.add(new Point(0, backY));
    List<List<Point>> taken = new ArrayList<>(screws);
    taken.add(bossEdge());
    draft.face(free, taken, top);

    for (List<Point> screw : screws) {
      draft.band(screw.reversed(), true, bottom, top);
    }
  }

  /// From the left side around both front corners to the right side.
  private List<Point> frontEdge() {
    double r = size.plate().corner();
    List<Point> edge = new ArrayList<>();
    edge.addAll(Outline.arc(r, r, r, Math.PI, 1.5 * Math.PI, quarter));
    edge.addAll(Outline.arc(size.width() - r, r, r, 1.5 * Math.PI, 2 * Math.PI, quarter));
    return edge;
  }

  private List<List<Point>> screwHoles() {
    BracketDimensions.Screws screws = size.screws();
    List<List<Point>> holes = new ArrayList<>();
    for (double x : new double[] {screws.insetX(), size.width() - screws.insetX()}) {
      for (double y : new double[] {screws.frontY(), screws.backY()}) {
        holes.add(Outline.circle(x, y, screws.diameter(), size.segments()));
      }
    }
    return holes;
  }

  private List<Point> bossEdge() {
    BracketDimensions.Boss boss = size.boss();
    return Outline.circle(boss.x(), boss.y(), boss.outer(), size.segments());
  }

  private List<Point> bore() {
    BracketDimensions.Boss boss = size.boss();
    return Outline.circle(boss.x(), boss.y(), boss.bore(), size.segments());
  }

  private void boss(SolidDraft draft) {
    Plane top = level(plateTop + size.boss().height());
    draft.band(bossEdge(), true, level(plateTop), top);
    draft.face(bossEdge(), List.of(bore()), top);
    draft.band(bore().reversed(), true, level(0), top);
  }

  /// Drawn in the plane of x and z.
  private void back(SolidDraft draft) {
    Plane front = point -> Corner.of(point.x(), backY, point.y());
    Plane rear = point -> Corner.of(point.x(), size.depth(), point.y());
    List<Point> window =
        Outline.circle(
            size.width() / 2, size.back().windowZ(), size.back().windowDiameter(), size.segments());

    List<Point> free = new ArrayList<>();
    free.add(new Point(0, plateTop));
    double ribTop = plateTop + size.ribs().height();
    for (double x : new double[] {size.ribs().leftX(), size.ribs().rightX()}) {
      double right = x + size.ribs().thickness();
      free.add(new Point(x, plateTop));
      free.add(new Point(x, ribTop));
      free.add(new Point(right, ribTop));
      free.add(new Point(right, plateTop));
    }
    free.add(new Point(size.width(), plateTop));
    free.addAll(upperEdge());
    draft.face(free, List.of(window), front);

    List<Point> whole = new ArrayList<>();
    whole.add(new Point(0, 0));
    whole.add(new Point(size.width(), 0));
    whole.add(new Point(size.width(), plateTop));
    whole.addAll(upperEdge());
    whole.add(new Point(0, plateTop));
    draft.face(
        Outline.mirrored(whole),
        List.of(Outline.mirrored(window)),
        point -> Corner.of(-point.x(), size.depth(), point.y()));

    List<Point> rim = new ArrayList<>();
    rim.add(new Point(size.width(), plateTop));
    rim.addAll(upperEdge());
    rim.add(new Point(0, plateTop));
    draft.band(rim, false, rear, front);
    draft.band(window.reversed(), true, rear, front);
  }

  /// From the right side around both upper corners to the left side.
  private List<Point> upperEdge() {
    double r = size.back().corner();
    double z = size.height() - r;
    List<Point> edge = new ArrayList<>();
    edge.addAll(Outline.arc(size.width() - r, z, r, 0, Math.PI / 2, quarter));
    edge.addAll(Outline.arc(r, z, r, Math.PI / 2, Math.PI, quarter));
    return edge;
  }

  /// Drawn in the plane of y and z.
  private void rib(SolidDraft draft, double x) {
    BracketDimensions.Ribs ribs = size.ribs();
    double top = plateTop + ribs.height();
    double right = x + ribs.thickness();
    List<Point> side =
        List.of(
            new Point(ribs.frontY(), plateTop),
            new Point(backY, plateTop),
            new Point(backY, top),
            new Point(backY - ribs.crest(), top),
            new Point(ribs.frontY(), plateTop + ribs.toe()));
    draft.face(side, List.of(), point -> Corner.of(right, point.x(), point.y()));
    draft.face(Outline.mirrored(side), List.of(), point -> Corner.of(x, -point.x(), point.y()));
    draft.band(
        List.of(side.get(2), side.get(3), side.get(4), side.get(0)),
        false,
        point -> Corner.of(x, point.x(), point.y()),
        point -> Corner.of(right, point.x(), point.y()));
  }

  private static Plane level(double z) {
    return point -> Corner.of(point.x(), point.y(), z);
  }
}
