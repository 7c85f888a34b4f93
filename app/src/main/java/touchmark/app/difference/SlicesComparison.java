package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Quantities;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.slices.LayerPicture;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;

/// Compares layers of outlines, hatches or pictures, those at one height with each other.
public final class SlicesComparison {
  /// Places closer than this are the same, mm.
  private static final double SAME_PLACE = 0.002;

  private static final double SAME_HEIGHT = 0.0005;

  private final Slices from;
  private final Slices to;
  private final LayerRanges different = new LayerRanges();
  private final LayerRanges lost = new LayerRanges();
  private final LayerRanges added = new LayerRanges();
  private final List<Change> changes = new ArrayList<>();

  private SlicesComparison(Slices from, Slices to) {
    this.from = from;
    this.to = to;
  }

  /// What changed from one file to the other. What the files say of themselves is not of substance.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public static Difference compare(Slices from, Slices to, Progress progress) {
    SlicesComparison comparison = new SlicesComparison(from, to);
    comparison.layers(progress);
    List<String> lines = comparison.summary();
    boolean same = lines.isEmpty();
    int remarks = comparison.remarks();
    if (remarks > 0) {
      lines.add(
          Quantities.count(remarks, "statement differs", "statements differ") + " in the settings");
    }
    return new Difference(same, lines, comparison.changes);
  }

  private void layers(Progress progress) {
    int a = 0;
    int b = 0;
    while (a < from.layers().size() || b < to.layers().size()) {
      progress.reached(a + b, from.layers().size() + to.layers().size());
      double heightA = height(from, a);
      double heightB = height(to, b);
      if (heightA < heightB - SAME_HEIGHT) {
        lost.add(a);
        changes.add(
            Change.of(Change.Kind.REMOVED, "layer " + (a + 1) + " is missing")
                .from(place(from, a)));
        a++;
      } else if (heightB < heightA - SAME_HEIGHT) {
        added.add(b);
        changes.add(Change.of(Change.Kind.ADDED, "layer " + (b + 1) + " is new").to(place(to, b)));
        b++;
      } else {
        compare(a++, b++);
      }
    }
  }

  private static double height(Slices slices, int layer) {
    return layer < slices.layers().size()
        ? slices.layers().get(layer).top()
        : Double.POSITIVE_INFINITY;
  }

  private void compare(int a, int b) {
    Slice before = from.layers().get(a);
    Slice after = to.layers().get(b);
    if (!areSame(before, after)) {
      different.add(b);
      changes.add(
          Change.of(Change.Kind.CHANGED, "layer " + (b + 1) + " differs: " + how(before, after))
              .from(place(from, a))
              .to(place(to, b)));
    }
  }

  private static boolean areSame(Slice before, Slice after) {
    if (before.lines().size() != after.lines().size()
        || !before
            .picture()
            .map(LayerPicture::png)
            .equals(after.picture().map(LayerPicture::png))) {
      return false;
    }
    for (int i = 0; i < before.lines().size(); i++) {
      if (!areSame(before.lines().get(i), after.lines().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areSame(SliceLine before, SliceLine after) {
    float[] a = before.points();
    float[] b = after.points();
    if (before.kind() != after.kind() || a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) >= SAME_PLACE) {
        return false;
      }
    }
    return true;
  }

  private static String how(Slice before, Slice after) {
    if (before.picture().isPresent() && after.picture().isPresent()) {
      return area(before.picture().get()) + " becomes " + area(after.picture().get());
    }
    return Quantities.count(before.lines().size(), "line", "lines")
        + " before, "
        + after.lines().size()
        + " now";
  }

  private static String area(LayerPicture picture) {
    return Quantities.area(picture.area(), LengthUnit.MILLIMETRE);
  }

  private static Place place(Slices slices, int layer) {
    return new Place(slices.layers().get(layer).bounds(), Facets.NONE, OptionalInt.of(layer));
  }

  private List<String> summary() {
    List<String> lines = new ArrayList<>();
    lost.sentence("missing", " of the first file").ifPresent(lines::add);
    added.sentence("new", "").ifPresent(lines::add);
    if (different.count() > 0) {
      lines.add(
          different.count()
              + " of "
              + Quantities.count(to.layers().size(), "layer ", "layers ")
              + "differ, "
              + different);
    }
    return lines;
  }

  private int remarks() {
    int before = changes.size();
    from.said()
        .forEach(
            (key, value) -> {
              String now = Optional.ofNullable(to.said().get(key)).orElse("not stated");
              if (!now.equals(value)) {
                changes.add(remark(key + " " + value + " becomes " + now));
              }
            });
    to.said()
        .forEach(
            (key, value) -> {
              if (!from.said().containsKey(key)) {
                changes.add(remark(key + " not stated becomes " + value));
              }
            });
    return changes.size() - before;
  }

  private static Change remark(String sentence) {
    return Change.of(Change.Kind.REMARK, sentence).in("settings");
  }
}
