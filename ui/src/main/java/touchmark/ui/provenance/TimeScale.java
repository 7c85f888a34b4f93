package touchmark.ui.provenance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The story's own scale. Most of the width is given to the order of events, so that a claim and
/// the send a second later stand apart; the rest to the time that passes. Long quiet time is folded
/// to a fixed width and says so. Lengths are in units: one unit is the least distance of two
/// events.
final class TimeScale {
  /// Quiet time that was folded.
  ///
  /// @param from unit where it begins
  /// @param to unit where it ends
  record Fold(double from, double to, Duration quiet) {}

  private static final Duration SHORTEST_FOLD = Duration.ofDays(2);
  private static final double FOLD_SHARE = 1.0 / 3;
  private static final double FOLD_UNITS = 2;
  private static final double TIME_SHARE = 0.5;
  private static final double WIDEST_GAP = 4;

  private final Instant[] times;
  private final double[] units;
  private final List<Fold> folds;

  /// @param events times of the events, oldest first, at least one
  /// @param now not before the last event; where the story ends
  TimeScale(List<Instant> events, Instant now) {
    times = new Instant[events.size() + 1];
    for (int i = 0; i < events.size(); i++) {
      times[i] = i == 0 ? events.get(0) : later(times[i - 1], events.get(i));
    }
    times[events.size()] = later(times[events.size() - 1], now);
    units = new double[times.length];
    folds = new ArrayList<>();
    place();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private void place() {
    double span = seconds(0, times.length - 1);
    double unfolded = 0;
    boolean[] quiet = new boolean[times.length];
    for (int i = 1; i < times.length; i++) {
      double gap = seconds(i - 1, i);
      quiet[i] = gap >= SHORTEST_FOLD.toSeconds() && gap > span * FOLD_SHARE;
      unfolded += quiet[i] ? 0 : gap;
    }
    double perSecond = unfolded == 0 ? 0 : TIME_SHARE * (times.length - 1) / unfolded;
    for (int i = 1; i < times.length; i++) {
      double width =
          quiet[i] ? FOLD_UNITS : Math.min(WIDEST_GAP, 1 + seconds(i - 1, i) * perSecond);
      units[i] = units[i - 1] + width;
      if (quiet[i]) {
        folds.add(new Fold(units[i - 1], units[i], Duration.between(times[i - 1], times[i])));
      }
    }
  }

  private double seconds(int from, int to) {
    return Duration.between(times[from], times[to]).toMillis() / 1000.0;
  }

  /// Where the event with this index stands.
  double unit(int event) {
    return units[event];
  }

  /// Where a moment stands; moments outside the story stand at its ends.
  double unitAt(Instant time) {
    int found = Arrays.binarySearch(times, time);
    if (found >= 0) {
      return units[found];
    }
    int next = -found - 1;
    if (next == 0) {
      return 0;
    }
    if (next == times.length) {
      return total();
    }
    double share =
        Duration.between(times[next - 1], time).toMillis()
            / (double) Duration.between(times[next - 1], times[next]).toMillis();
    return units[next - 1] + share * (units[next] - units[next - 1]);
  }

  /// The story's length, from its first event to now.
  double total() {
    return units[units.length - 1];
  }

  Instant first() {
    return times[0];
  }

  /// Now, or the last event where that is later.
  Instant last() {
    return times[times.length - 1];
  }

  List<Fold> folds() {
    return List.copyOf(folds);
  }
}
