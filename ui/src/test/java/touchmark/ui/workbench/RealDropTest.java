package touchmark.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.SampleNetwork;
import touchmark.app.sample.SampleFiles;
import touchmark.ui.OpenedWindow;

/// A file that is dragged out of another program, with a real pointer on a real display, and let go
/// over our window. Where there is no display, or no tool to move the pointer, one line says so.
@Tag("display")
class RealDropTest {
  private static final Clock CLOCK = Clock.systemDefaultZone();
  private static final String NAME = "Gr\u00f6\u00dfe 3 b.stl";

  /// The system's own one goes first: others may lack the bindings.
  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private String python = "";

  @BeforeEach
  void aDisplayWithAPointer() throws Exception {
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    if (headless || System.getenv("DISPLAY") == null) {
      abort("There is no display here: a drop from another program was not tested.");
    }
    if (!works("xdotool", "version")) {
      abort("xdotool is not here: a drop from another program was not tested.");
    }
    for (String each : PYTHONS) {
      if (python.isEmpty() && works(each, "-c", "import gi; gi.require_version('Gtk', '3.0')")) {
        python = each;
      }
    }
    if (python.isEmpty()) {
      abort("GTK for Python is not here: a drop from another program was not tested.");
    }
  }

  @AfterEach
  void endWhatWasStarted() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aFileDraggedOutOfAnotherProgramIsShown() throws Exception {
    if (works("openbox", "--version")) {
      started.add(new ProcessBuilder("openbox").start());
    }
    Path home = folder.resolve("home");
    SampleNetwork.play(home, CLOCK).close();
    Path file = folder.resolve(NAME);
    Files.copy(home.resolve("sample").resolve(SampleFiles.STRANGER), file);
    try (OpenedWindow window =
        OpenedWindow.on(home, CLOCK, Optional.of(SampleNetwork.PASSWORD), List.of())) {
      window
          .screen()
          .onFx(
              () -> {
                window.screen().stage().setX(280);
                window.screen().stage().setY(60);
              });
      window.until("the window", () -> window.has("#act-open"));
      startDragSource(file);
      Point2D look = middleOf(window, "#drop-LOOK");
      pointer("mousemove", "100", "80");
      pointer("mousedown", "1");
      move(100, 80, look.getX() - 60, look.getY() - 40);
      window.until("the four targets", () -> node(window, ".drop-targets").isVisible());
      window.screen().keep("real-drop-hovering");
      for (Act act : Act.values()) {
        assertThat(node(window, "#drop-" + act.name()).isVisible()).as(act.name()).isTrue();
      }
      move(look.getX() - 60, look.getY() - 40, look.getX(), look.getY());
      pointer("mouseup", "1");
      window.until("the file", () -> window.text("#inspector-title").equals(NAME));
      window.until("the end of the hovering", () -> !node(window, ".drop-targets").isVisible());
      window.screen().keep("real-drop-shown");
    }
  }

  private void startDragSource(Path file) throws IOException {
    Path script = folder.resolve("drag-source.py");
    try (InputStream in = RealDropTest.class.getResourceAsStream("drag-source.py")) {
      Files.copy(in, script);
    }
    Process source =
        new ProcessBuilder(python, script.toString(), file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.addFirst(source);
    BufferedReader said = source.inputReader();
    assertThat(said.readLine()).isEqualTo("ready");
  }

  private static Node node(OpenedWindow window, String selector) {
    return window.screen().robot().lookup(selector).query();
  }

  private static Point2D middleOf(OpenedWindow window, String selector) {
    return window
        .screen()
        .onFx(
            () -> {
              Node node = node(window, selector);
              Bounds bounds = node.localToScreen(node.getLayoutBounds());
              return new Point2D(bounds.getCenterX(), bounds.getCenterY());
            });
  }

  /// As a hand does it: programs miss a pointer that jumps.
  private static void move(double fromX, double fromY, double toX, double toY) throws Exception {
    int steps = 12;
    for (int i = 1; i <= steps; i++) {
      double part = (double) i / steps;
      pointer(
          "mousemove",
          Long.toString(Math.round(fromX + (toX - fromX) * part)),
          Long.toString(Math.round(fromY + (toY - fromY) * part)));
      TimeUnit.MILLISECONDS.sleep(80);
    }
  }

  private static void pointer(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).start().waitFor()).as(command.toString()).isZero();
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void abort(String sentence) {
    System.out.println(sentence);
    Assumptions.abort(sentence);
  }
}
