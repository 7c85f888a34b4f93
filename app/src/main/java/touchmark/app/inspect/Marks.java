package touchmark.app.inspect;

import java.util.List;
import touchmark.app.render.Highlight;
import touchmark.app.render.Tone;

/// How findings are marked in a picture.
public final class Marks {
  private Marks() {}

  /// The facets of every finding that has some.
  public static List<Highlight> of(List<Finding> findings) {
    return findings.stream()
        .flatMap(
            finding ->
                finding.place().stream()
                    .filter(place -> place.facets().count() > 0)
                    .map(place -> new Highlight(place.facets(), tone(finding.severity()))))
        .toList();
  }

  /// The tone of a severity.
  public static Tone tone(Severity severity) {
    return switch (severity) {
      case NOTE -> Tone.ACCENT;
      case CAUTION -> Tone.CAREFUL;
      case FAIL -> Tone.BAD;
    };
  }
}
