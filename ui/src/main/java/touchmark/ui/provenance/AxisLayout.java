package touchmark.ui.provenance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchmark.ui.provenance.Drawing.FoldSign;
import touchmark.ui.provenance.Drawing.Tick;

/// The time axis: dates where there is room for them, the coarse ones first, and a sign where quiet
/// time was left out.
final class AxisLayout {
  private static final double APART = 14;
  private static final double BESIDE = 10;
  private static final int ENOUGH = 4;
  private static final Duration WITHIN_DAYS = Duration.ofDays(2);

  private record Span(double left, double right) {}

  private final TimeScale scale;
  private final ZoneId zone;
  private final Wording words;
  private final TextWidth widths;

  AxisLayout(TimeScale scale, ZoneId zone, Wording words, TextWidth widths) {
    this.scale = scale;
    this.zone = zone;
    this.words = words;
    this.widths = widths;
  }

  /// Signs of folded time that are in sight.
  List<FoldSign> folds(Zoom zoom) {
    List<Span> taken = new ArrayList<>();
    taken.add(start(zoom));
    taken.add(now(zoom));
    List<FoldSign> signs = new ArrayList<>();
    for (TimeScale.Fold fold : scale.folds()) {
      double x = zoom.x((fold.from() + fold.to()) / 2);
      if (x < 0 || x > zoom.width()) {
        continue;
      }
      String text = words.quiet(fold.quiet());
      double width = widths.of(text, false);
      Optional<Span> free =
          Stream.of(x - width / 2, x + BESIDE, x - BESIDE - width)
              .map(left -> new Span(left, left + width))
              .filter(span -> room(span, taken, zoom))
              .findFirst();
      free.ifPresent(taken::add);
      signs.add(new FoldSign(x, free.map(Span::left).orElse(x), free.isPresent() ? text : ""));
    }
    return signs;
  }

  /// Dates that are in sight.
  List<Tick> ticks(Zoom zoom) {
    List<Span> taken = new ArrayList<>();
    taken.add(now(zoom));
    folds(zoom).stream()
        .filter(fold -> !fold.text().isEmpty())
        .forEach(
            fold ->
                taken.add(new Span(fold.textX(), fold.textX() + widths.of(fold.text(), false))));
    List<Tick> ticks = new ArrayList<>();
    Span start = start(zoom);
    if (start.left >= 0 && start.right <= zoom.width()) {
      ticks.add(new Tick(zoom.x(0), start.left, startText()));
    }
    taken.add(start);
    for (Grain grain : Grain.values()) {
      if (ticks.size() >= ENOUGH) {
        break;
      }
      for (Instant moment : grain.between(scale.first(), scale.last(), zone)) {
        double x = zoom.x(scale.unitAt(moment));
        String text = words.tick(moment, grain);
        Span span = new Span(x + 4, x + 4 + widths.of(text, false));
        if (!folded(moment) && room(span, taken, zoom)) {
          taken.add(span);
          ticks.add(new Tick(x, span.left, text));
        }
      }
    }
    return ticks;
  }

  private boolean folded(Instant moment) {
    double unit = scale.unitAt(moment);
    return scale.folds().stream().anyMatch(fold -> unit > fold.from() && unit < fold.to());
  }

  private String startText() {
    boolean withTime = Duration.between(scale.first(), scale.last()).compareTo(WITHIN_DAYS) < 0;
    return words.start(scale.first(), withTime);
  }

  private Span start(Zoom zoom) {
    double x = zoom.x(0);
    return new Span(x - 8, x - 8 + widths.of(startText(), false));
  }

  private Span now(Zoom zoom) {
    return centred(zoom.x(scale.total()), words.now());
  }

  private Span centred(double x, String text) {
    double half = widths.of(text, true) / 2;
    return new Span(x - half, x + half);
  }

  private static boolean room(Span span, List<Span> taken, Zoom zoom) {
    return span.left >= 0
        && span.right <= zoom.width()
        && taken.stream()
            .noneMatch(other -> span.left < other.right + APART && other.left < span.right + APART);
  }
}
