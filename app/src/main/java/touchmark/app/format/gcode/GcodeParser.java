package touchmark.app.format.gcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.Heating;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.SliceFacts;
import touchmark.app.toolpath.Feature;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads one G-code file, line by line. Commands that it does not know are passed over, as firmware
/// does; nothing is ever run.
final class GcodeParser implements LineFeed.LineConsumer {
  private static final Format FORMAT = new Format("G-code", DataType.GEOMETRY_SLICED);
  private static final int FIRST_EARLY = 1 << 16;
  private static final int MOST_HEATINGS = 10_000;

  /// With what slicers close the part that prints: Cura, PrusaSlicer, OrcaSlicer and Bambu Studio.
  private static final Set<String> ENDS =
      Set.of("End of Gcode", "prusaslicer_config = begin", "EXECUTABLE_BLOCK_END");

  private final Path file;
  private final long size;
  private final LayerTrack layers = new LayerTrack();
  private final Motion motion;
  private final Words words = new Words();
  private final DecimalReader number = new DecimalReader();
  private final ThumbnailCollector thumbnails = new ThumbnailCollector();
  private final SliceComments comments = new SliceComments();
  private final ScriptWatch scripts = new ScriptWatch();
  private final List<Heating> heatings = new ArrayList<>();
  private final ProgramTrack program = new ProgramTrack();
  private Consumer<ProductData> early = soFar -> {};

  /// From how many moves on somebody sees more of them.
  private int nextEarly = Integer.MAX_VALUE;

  private boolean anyCommand;

  /// The motion that a line without a G word repeats (CNC dialects), times ten; -1 before the
  /// first.
  private int lastMotion = -1;

  /// Whether comment lines name features; then comments behind moves do not.
  private boolean namesFeatures;

  private byte[] lastNote = {};

  GcodeParser(Path file, long size) {
    this.file = file;
    this.size = size;
    this.motion = new Motion(file, size, layers);
  }

  /// Who sees the beginning before all is read.
  void early(Consumer<ProductData> listener) {
    early = listener;
    nextEarly = FIRST_EARLY;
  }

  /// Takes what stands in the file outside of its text, before the text is read.
  void said(List<String> lines, String where) {
    for (String line : lines) {
      scripts.comment(line, where);
      comments.comment(line, true);
    }
  }

  /// Reads the whole stream.
  Read parse(InputStream in, Progress progress) throws FormatException, IOException {
    new LineFeed(file, size, this).feed(in, size, progress);
    if (!anyCommand
        && comments.generator().isEmpty()
        && comments.settings().isEmpty()
        && thumbnails.thumbnails().isEmpty()) {
      throw new FormatException(
          file,
          "the whole file",
          "G-code",
          size == 0 ? "an empty file" : "no command and no slicer's comment");
    }
    return new Read(
        FORMAT,
        new ProductData.Sliced(motion.toolpath(), facts()),
        thumbnails.thumbnails(),
        scripts.scripts());
  }

  private SliceFacts facts() {
    return new SliceFacts(
        comments.generator(),
        comments.time(),
        motion.filamentMillimetres(),
        comments.settings(),
        heatings,
        program.program(layers.isMarked()),
        List.of());
  }

  private void showEarly() {
    nextEarly = 2 * Math.min(nextEarly, Integer.MAX_VALUE / 2);
    early.accept(new ProductData.Sliced(motion.soFar(), facts()));
  }

  @Override
  public void line(byte[] bytes, int from, int to, int line) throws FormatException {
    int at = from;
    while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    if (at == to) {
      return;
    }
    if (bytes[at] == ';') {
      comment(text(bytes, at + 1, to), line);
      return;
    }
    long extrusions = motion.extrusions();
    command(bytes, at, to, line);
    program.command(bytes, at, to, layers.isMarked(), motion.extrusions() != extrusions);
    if (motion.moves() > nextEarly) {
      showEarly();
    }
  }

  private void command(byte[] bytes, int at, int to, int line) throws FormatException {
    switch (bytes[at]) {
      case '(' -> {
        comment(text(bytes, at + 1, to).replace(")", ""), line);
        general(bytes, at, to, line);
      }
      case 'M', 'm' -> machine(bytes, at, to, line);
      case 'N', 'n' -> numbered(bytes, at, to, line);
      case '@', '{' -> scripts.command(text(bytes, at, to), line);
      default -> {
        if (isNamedCommand(bytes, at, to)) {
          scripts.command(plain(bytes, at, to), line);
        } else {
          general(bytes, at, to, line);
        }
      }
    }
  }

  /// Klipper's macros and commands: a word of letters instead of a letter and a number.
  private static boolean isNamedCommand(byte[] bytes, int at, int to) {
    return at + 1 < to && isLetter(bytes[at]) && (isLetter(bytes[at + 1]) || bytes[at + 1] == '_');
  }

  private static boolean isLetter(byte value) {
    int letter = (value | 0x20) - 'a';
    return letter >= 0 && letter < 26;
  }

  /// `N123 G1 X5*71`: the command stands behind its number. A second number is no command.
  private void numbered(byte[] bytes, int at, int to, int line) throws FormatException {
    number.read(bytes, at + 1, to);
    if (!number.found()) {
      general(bytes, at, to, line);
      return;
    }
    int rest = number.end();
    while (rest < to && bytes[rest] == ' ') {
      rest++;
    }
    if (rest < to && (bytes[rest] | 0x20) == 'n') {
      general(bytes, rest, to, line);
    } else if (rest < to) {
      command(bytes, rest, to, line);
    }
  }

  private void general(byte[] bytes, int from, int to, int line) throws FormatException {
    words.read(bytes, from, to);
    if (words.comment() >= 0 && !namesFeatures) {
      note(bytes, words.comment(), to);
    }
    if (words.has('T')) {
      anyCommand = true;
      motion.tool((int) words.value('T'));
    }
    boolean moved = false;
    for (int i = 0; i < words.gCount(); i++) {
      anyCommand = true;
      moved |= execute(words.g(i), line);
    }
    if (!moved && words.gCount() == 0 && lastMotion >= 0 && Motion.hasAxis(words)) {
      move(lastMotion, line);
    }
  }

  /// @return whether the axes of the line are used up
  private boolean execute(int tenthCode, int line) throws FormatException {
    switch (tenthCode) {
      case 0, 10, 20, 30 -> {
        move(tenthCode, line);
        return true;
      }
      case 200 -> motion.inches(true);
      case 210 -> motion.inches(false);
      case 280 -> {
        motion.home(words, line);
        return true;
      }
      case 900 -> motion.relative(false);
      case 910 -> motion.relative(true);
      case 920 -> {
        motion.call(words);
        return true;
      }
      case 921 -> motion.callAsMachine();
      default -> {
        // dwelling, bed levelling, planes and the like leave no trace in a toolpath; but their
        // words are not coordinates of a move
        lastMotion = Motion.hasAxis(words) ? -1 : lastMotion;
      }
    }
    return false;
  }

  private void move(int tenthCode, int line) throws FormatException {
    lastMotion = tenthCode;
    if (tenthCode >= 20) {
      motion.arc(words, tenthCode == 20, line);
    } else {
      motion.straight(words, line);
    }
  }

  private void machine(byte[] bytes, int at, int to, int line) throws FormatException {
    double code = number.read(bytes, at + 1, to);
    if (!number.found() || code > 99_999) {
      if (isNamedCommand(bytes, at, to)) {
        scripts.command(plain(bytes, at, to), line);
      }
      return;
    }
    anyCommand = true;
    int m = (int) code;
    if (GcodeCommands.isWatched(m)) {
      scripts.command(plain(bytes, at, to), line);
    }
    switch (m) {
      case 82 -> motion.relativeExtruder(false);
      case 83 -> motion.relativeExtruder(true);
      case 104, 109 -> heat(Heating.Heater.NOZZLE, bytes, at, to, line);
      case 140, 190 -> heat(Heating.Heater.BED, bytes, at, to, line);
      case 106 -> fan(bytes, at, to);
      case 107 -> motion.fan(0);
      case 18, 84 -> motorsOff(bytes, at, to, line);
      case 2, 30 -> end(line);
      default -> {
        // accelerations, displays: no trace in a toolpath
      }
    }
  }

  /// M106: 255 parts of full speed, or, below 1, a part of it as RepRapFirmware has it. Fans of
  /// other things than the part are passed over; Bambu's part fan is P1.
  private void fan(byte[] bytes, int at, int to) {
    words.read(bytes, at, to);
    double speed = words.valueOr('S', 255);
    if (words.valueOr('P', 0) <= 1) {
      motion.fan(speed < 1 ? speed : speed / 255);
    }
  }

  /// M84 without a waiting time, of all motors or of those along the bed.
  private void motorsOff(byte[] bytes, int at, int to, int line) {
    words.read(bytes, at, to);
    boolean some = words.names('Y') || words.names('Z') || words.names('E');
    if (words.valueOr('S', 0) <= 0 && (words.names('X') || !some)) {
      end(line);
    }
  }

  private void end(int line) {
    if (motion.extrudes()) {
      program.over(line);
    }
  }

  private void heat(Heating.Heater heater, byte[] bytes, int at, int to, int line) {
    words.read(bytes, at, to);
    double celsius = words.valueOr('S', words.valueOr('R', Double.NaN));
    // one tool switched off says nothing of the others
    boolean oneOff = celsius == 0 && words.has('T');
    if (!Double.isNaN(celsius) && !oneOff && heatings.size() < MOST_HEATINGS) {
      heatings.add(new Heating(heater, celsius, line));
    }
  }

  private void comment(String raw, int line) {
    String text = raw.strip();
    if (text.isEmpty() || thumbnails.comment(text)) {
      return;
    }
    if (layers.comment(text, motion.moves()) || feature(text)) {
      return;
    }
    if (ENDS.contains(text)) {
      end(line);
    }
    scripts.comment(text, "line " + line);
    comments.comment(raw, !motion.extrudes() && !layers.isMarked());
  }

  private boolean feature(String text) {
    String name;
    if (text.startsWith("TYPE:")) {
      name = text.substring("TYPE:".length());
    } else if (text.startsWith("FEATURE:")) {
      name = text.substring("FEATURE:".length());
    } else if (text.startsWith("feature ")) {
      name = text.substring("feature ".length());
    } else {
      // Simplify3D before version 4.1 writes the bare name
      FeatureNames.find(text).ifPresent(this::named);
      return false;
    }
    named(FeatureNames.find(name).orElse(Feature.OTHER));
    return true;
  }

  private void named(Feature feature) {
    namesFeatures = true;
    motion.feature(feature);
  }

  /// Slic3r names the feature behind each move.
  private void note(byte[] bytes, int from, int to) {
    if (Arrays.equals(bytes, from, to, lastNote, 0, lastNote.length)) {
      return;
    }
    lastNote = Arrays.copyOfRange(bytes, from, to);
    motion.feature(FeatureNames.find(text(bytes, from, to)).orElse(Feature.OTHER));
  }

  /// A command without its comment.
  private static String plain(byte[] bytes, int from, int to) {
    String all = text(bytes, from, to);
    int semicolon = all.indexOf(';');
    return (semicolon < 0 ? all : all.substring(0, semicolon)).strip();
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
