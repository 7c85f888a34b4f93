package touchmark.ui.provenance;

import java.util.List;
import java.util.OptionalInt;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.provenance.Drawing.Tone;

/// Writes a story as SVG: the whole of it, every event apart from the others, with the same shapes
/// as on the screen. The look is a style sheet inside the picture. Knows no scene.
final class SvgTimeline {
  private static final double PER_UNIT = 104;
  private static final double LANE = 100;
  private static final double HEAD = 56;
  private static final double FOOT = 44;
  private static final double PAD = 16;

  private final Timeline timeline;
  private final TimelineLayout layout;
  private final TextWidth widths;
  private final StringBuilder out = new StringBuilder();

  SvgTimeline(Timeline timeline, TimelineLayout layout, TextWidth widths) {
    this.timeline = timeline;
    this.layout = layout;
    this.widths = widths;
  }

  /// The document.
  ///
  /// @param title above the lanes
  /// @param now the word at the end of the axis
  /// @param styleSheet rules for the classes of the picture
  String write(String title, String now, String styleSheet) {
    double names =
        2 * PAD
            + timeline.lanes().stream()
                .mapToDouble(
                    lane -> Math.max(widths.of(lane.name(), true), widths.of(lane.role(), false)))
                .max()
                .orElse(0);
    double plot = layout.units() * PER_UNIT + 2 * TimelineLayout.MARGIN;
    Zoom zoom = new Zoom(plot, layout.units(), PER_UNIT, 0);
    double lanes = LANE * timeline.lanes().size();
    Drawing drawing = layout.draw(zoom, LANE, lanes, true, OptionalInt.empty());
    double width = names + plot;
    double height = HEAD + lanes + FOOT;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
            + " role=\"img\">",
        width, height, width, height);
    out.append("<title>").append(escape(title)).append("</title>\n");
    out.append("<style>").append(escape(styleSheet)).append("</style>\n");
    line("<rect class=\"ground\" width=\"%s\" height=\"%s\"/>", width, height);
    text("title", PAD, 34, title);
    line("<rect class=\"names\" y=\"%s\" width=\"%s\" height=\"%s\"/>", HEAD, names, lanes);
    line("<g transform=\"translate(0 %s)\">", HEAD);
    names(drawing);
    out.append("</g>\n");
    line("<g transform=\"translate(%s %s)\">", names, HEAD);
    lanes(drawing);
    drawing.arrows().forEach(this::arrow);
    drawing.labels().forEach(this::label);
    drawing.marks().forEach(this::mark);
    axis(drawing, lanes, now);
    out.append("</g>\n</svg>\n");
    return out.toString();
  }

  private void names(Drawing drawing) {
    List<Lane> lanes = timeline.lanes();
    for (int i = 0; i < lanes.size(); i++) {
      double y = drawing.lanes().get(i);
      text("lane-name", PAD, lanes.get(i).role().isEmpty() ? y + 4 : y - 3, lanes.get(i).name());
      text("lane-role", PAD, y + 13, lanes.get(i).role());
    }
  }

  private void lanes(Drawing drawing) {
    for (int i = 0; i < drawing.lanes().size(); i++) {
      double y = drawing.lanes().get(i);
      line("<path class=\"lane-line\" d=\"M0 %sH%s\"/>", y, drawing.width());
      line("<path class=\"lane-rule\" d=\"M0 %sH%s\"/>", LANE * (i + 1), drawing.width());
    }
  }

  private void arrow(Drawing.Arrow arrow) {
    out.append("<path class=\"way ").append(tone(arrow.tone())).append("\" d=\"");
    out.append(arrow.line()).append("\"/>\n");
    if (!arrow.head().isEmpty()) {
      out.append("<path class=\"head ").append(tone(arrow.tone())).append("\" d=\"");
      out.append(arrow.head()).append("\"/>\n");
    }
  }

  private void label(Drawing.Label label) {
    double middle = label.x() + label.width() / 2;
    text("mark-text " + tone(label.tone()), middle, label.y() + 12, label.text());
    text("mark-second", middle, label.y() + 28, label.second());
  }

  private void mark(Mark mark) {
    MarkShape shape =
        mark.folded() ? MarkShape.several(mark.radius()) : MarkShape.of(mark.event().kind());
    String classes = tone(mark.tone()) + (shape.hollow() ? " hollow" : "");
    line("<g transform=\"translate(%s %s)\">", mark.x(), mark.y());
    out.append("<title>").append(escape(mark.event().explanation())).append("</title>");
    out.append("<path class=\"body ").append(classes).append("\" d=\"");
    out.append(shape.body()).append("\"/>");
    if (mark.folded()) {
      text("count", 0, 4, Integer.toString(mark.events().size()));
    } else if (!shape.detail().isEmpty()) {
      out.append("<path class=\"detail ").append(classes).append("\" d=\"");
      out.append(shape.detail()).append("\"/>");
    }
    out.append("</g>\n");
  }

  private void axis(Drawing drawing, double lanes, String now) {
    drawing
        .nowX()
        .ifPresent(
            x -> {
              line("<path class=\"now-line\" d=\"M%s 0V%s\"/>", x, lanes);
              text("now-text", x, lanes + 24, now);
            });
    for (Drawing.Tick tick : drawing.ticks()) {
      line("<path class=\"tick\" d=\"M%s %sv5\"/>", tick.x(), lanes);
      text("tick-text", tick.textX(), lanes + 24, tick.text());
    }
    for (Drawing.FoldSign fold : drawing.folds()) {
      line("<path class=\"fold-line\" d=\"M%s 0V%s\"/>", fold.x(), lanes);
      line(
          "<path class=\"fold-sign\" transform=\"translate(%s %s)\" d=\"M-6 6L-1 -6M1 6L6 -6\"/>",
          fold.x(), lanes);
      text("tick-text", fold.textX(), lanes + 24, fold.text());
    }
  }

  private void text(String classes, double x, double y, String words) {
    if (words.isEmpty()) {
      return;
    }
    out.append("<text class=\"").append(classes).append("\" x=\"");
    out.append(PathData.number(x)).append("\" y=\"").append(PathData.number(y)).append("\">");
    out.append(escape(words)).append("</text>\n");
  }

  private void line(String template, double... numbers) {
    Object[] arguments = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      arguments[i] = PathData.number(numbers[i]);
    }
    out.append(template.formatted(arguments)).append('\n');
  }

  private static String tone(Tone tone) {
    return switch (tone) {
      case FINAL -> "final";
      case PROVISIONAL -> "provisional";
      case REFUSED -> "refused";
      case BREACH -> "breach";
      case SELECTED -> "selected";
    };
  }

  /// As XML has it; what XML cannot hold is left out.
  private static String escape(String words) {
    StringBuilder safe = new StringBuilder();
    words
        .codePoints()
        .filter(SvgTimeline::allowed)
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /// [XML 1.0, Char], without the carriage return.
  private static boolean allowed(int c) {
    return c == '\n'
        || c == '\t'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
