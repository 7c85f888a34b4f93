package touchmark.ui.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/// Watches the FX thread by the flight recorder while a journey runs, and names what of our own
/// touched a file or waited long for a lock on it. Loading of classes, words and sheets does not
/// count.
public final class FxThreadWatch implements AutoCloseable {
  private static final List<String> FILE_EVENTS =
      List.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce");
  private static final String LOCK_EVENT = "jdk.JavaMonitorEnter";

  /// Shorter waits are those for the scheduler of a busy machine.
  private static final Duration LONG_WAIT = Duration.ofMillis(10);

  private static final Set<String> LOADING =
      Set.of(
          "java.lang.ClassLoader",
          "java.util.ResourceBundle",
          "javafx.css.CssParser",
          "javafx.css.Stylesheet");

  private final Recording recording = new Recording();

  public FxThreadWatch() {
    FILE_EVENTS.forEach(
        name -> recording.enable(name).withThreshold(Duration.ZERO).withStackTrace());
    recording.enable(LOCK_EVENT).withThreshold(LONG_WAIT).withStackTrace();
    recording.start();
  }

  /// What was seen so far: event and the first frame of ours, each once. Ends the watch.
  public Set<String> trespasses() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("fx-thread", ".jfr");
    try {
      recording.dump(file);
      Set<String> found = new TreeSet<>();
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        trespass(event).ifPresent(found::add);
      }
      return found;
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    recording.close();
  }

  private static Optional<String> trespass(RecordedEvent event) {
    if (event.getThread() == null
        || event.getStackTrace() == null
        || !"JavaFX Application Thread".equals(event.getThread().getJavaName())) {
      return Optional.empty();
    }
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    boolean loading = frames.stream().map(FxThreadWatch::type).anyMatch(LOADING::contains);
    return loading
        ? Optional.empty()
        : culprit(frames)
            .map(
                frame ->
                    event.getEventType().getName()
                        + " in "
                        + type(frame)
                        + "."
                        + frame.getMethod().getName());
  }

  /// Work that waits, whatever library it waits in; else what touched the file itself. JavaFX may
  /// read its own files while a window is built.
  private static Optional<RecordedFrame> culprit(List<RecordedFrame> frames) {
    Optional<RecordedFrame> working =
        frames.stream()
            .filter(
                frame ->
                    type(frame).startsWith("touchmark.app.")
                        || type(frame).startsWith("touchmark.ledger."))
            .findFirst();
    return working.or(
        () ->
            frames.stream()
                .filter(frame -> !isPlatform(type(frame)))
                .findFirst()
                .filter(frame -> type(frame).startsWith("touchmark.")));
  }

  private static String type(RecordedFrame frame) {
    return frame.getMethod().getType().getName();
  }

  private static boolean isPlatform(String type) {
    return type.startsWith("java.")
        || type.startsWith("jdk.")
        || type.startsWith("sun.")
        || type.startsWith("com.sun.")
        || type.startsWith("javax.");
  }
}
