package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import touchmark.app.format.SliceFacts;
import touchmark.app.inspect.Quantities;

/// Compares what the slicers say in comments. It moves nothing, so it is no difference of
/// substance.
final class SlicerRemarks {
  private static final int MOST_SETTINGS = 3;
  private static final int LONGEST = 40;
  private static final String NOT_STATED = "not stated";

  private final List<String> lines = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  SlicerRemarks(SliceFacts from, SliceFacts to) {
    String before = from.generator().orElse("unknown");
    String after = to.generator().orElse("unknown");
    if (!before.equals(after)) {
      lines.add("slicer: " + before + " becomes " + after);
      changes.add(Change.of(Change.Kind.REMARK, lines.getFirst()));
    }
    List<String> settings = settings(from.settings(), to.settings());
    if (!settings.isEmpty()) {
      int more = settings.size() - MOST_SETTINGS;
      lines.add(
          Quantities.count(
                  settings.size(), "comment on settings differs", "comments on settings differ")
              + ": "
              + String.join("; ", settings.subList(0, Math.min(MOST_SETTINGS, settings.size())))
              + (more > 0 ? "; and " + more + " more" : ""));
      settings.forEach(
          setting -> changes.add(Change.of(Change.Kind.REMARK, setting).in("settings")));
    }
  }

  private static List<String> settings(Map<String, String> before, Map<String, String> after) {
    List<String> changed = new ArrayList<>();
    before.forEach(
        (key, value) -> {
          String now = after.getOrDefault(key, NOT_STATED);
          if (!now.equals(value)) {
            changed.add(key + " " + brief(value) + " becomes " + brief(now));
          }
        });
    after.forEach(
        (key, value) -> {
          if (!before.containsKey(key)) {
            changed.add(key + " " + NOT_STATED + " becomes " + brief(value));
          }
        });
    return changed;
  }

  private static String brief(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
  }

  List<String> lines() {
    return lines;
  }

  List<Change> changes() {
    return changes;
  }
}
