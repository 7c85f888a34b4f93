package touchmark.ui.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/// Watches, by the flight recorder, for file access and waiting for locks on the FX thread that
/// `touchmark.app` or `touchmark.ledger` caused. Loading of classes is no file access of theirs.
final class FxThreadWatch implements AutoCloseable {
  private static final String FX_THREAD = "JavaFX Application Thread";
  private static final Set<String> FILE_EVENTS =
      Set.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  private static final String LOCK_EVENT = "jdk.JavaMonitorEnter";
  private static final Duration LONG_WAIT = Duration.ofMillis(10);

  private final Recording recording = new Recording();

  FxThreadWatch() {
    FILE_EVENTS.forEach(
        event -> recording.enable(event).withThreshold(Duration.ZERO).withStackTrace());
    recording.enable(LOCK_EVENT).withThreshold(LONG_WAIT).withStackTrace();
    recording.start();
  }

  /// Ends the watch.
  ///
  /// @param scratch where the recording is written to
  /// @return a line for each thing that was caught: the event and where it came from
  List<String> caught(Path scratch) throws IOException {
    recording.stop();
    recording.dump(scratch);
    List<String> caught = new ArrayList<>();
    try (RecordingFile file = new RecordingFile(scratch)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        if (isOnFxThread(event)) {
          culprit(event).ifPresent(frame -> caught.add(event.getEventType().getName() + frame));
        }
      }
    }
    return List.copyOf(caught);
  }

  @Override
  public void close() {
    recording.close();
  }

  private static boolean isOnFxThread(RecordedEvent event) {
    return event.getThread() != null && FX_THREAD.equals(event.getThread().getJavaName());
  }

  private static java.util.Optional<String> culprit(RecordedEvent event) {
    RecordedStackTrace trace = event.getStackTrace();
    if (trace == null) {
      return java.util.Optional.empty();
    }
    List<String> frames =
        trace.getFrames().stream()
            .filter(RecordedFrame::isJavaFrame)
            .map(FxThreadWatch::name)
            .toList();
    boolean loadsClasses =
        frames.stream().anyMatch(name -> name.startsWith("java.lang.ClassLoader."));
    return loadsClasses
        ? java.util.Optional.empty()
        : frames.stream()
            .filter(
                name -> name.startsWith("touchmark.app.") || name.startsWith("touchmark.ledger."))
            .findFirst()
            .map(name -> " from " + name);
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }
}
