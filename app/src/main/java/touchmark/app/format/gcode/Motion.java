package touchmark.app.format.gcode;

import java.nio.file.Path;
import touchmark.app.format.FormatException;
import touchmark.app.toolpath.Feature;
import touchmark.app.toolpath.Toolpath;
import touchmark.app.toolpath.ToolpathBuilder;

/// The machine that a file moves: position, units, absolute and relative, and the moves it makes.
final class Motion {
  /// Coordinates and filament lengths beyond this are a lie, mm.
  private static final double FARTHEST = 1e6;

  /// More would not fit the memory of a station; prints of a week have a fifth of it.
  private static final int MOST_MOVES = 150_000_000;

  private static final double INCH = 25.4;

  /// Chords that arcs may have beyond [#BYTES_PER_CHORD].
  private static final int FREE_CHORDS = 100_000;

  private static final int BYTES_PER_CHORD = 2;
  private static final int FEWEST_CHORDS = 4;
  private static final int MOST_TOOLS = 64;

  private final Path file;
  private final LayerTrack layers;
  private final ToolpathBuilder path = new ToolpathBuilder();
  private final FilamentMeter filament = new FilamentMeter();

  /// Chords that arcs may still have, so that a file of tiny arc commands cannot grow without
  /// bound.
  private long chordsLeft;

  private double x;
  private double y;
  private double z;

  /// Of the file's coordinates, set by G92.
  private double offsetX;

  private double offsetY;
  private double offsetZ;
  private double e;
  private double unit = 1;
  private boolean relative;
  private boolean relativeExtruder;
  private long extrusions;
  private double speed;
  private Feature feature = Feature.OTHER;

  /// @param size of the file, bytes
  Motion(Path file, long size, LayerTrack layers) {
    this.file = file;
    this.layers = layers;
    this.chordsLeft = FREE_CHORDS + size / BYTES_PER_CHORD;
  }

  /// What the following extrusion makes.
  void feature(Feature next) {
    feature = next;
  }

  void inches(boolean inches) {
    unit = inches ? INCH : 1;
  }

  void relative(boolean on) {
    relative = on;
  }

  void relativeExtruder(boolean on) {
    relativeExtruder = on;
  }

  /// A tool change. Numbers beyond [#MOST_TOOLS] are commands of their own (Bambu's 255, 1000 and
  /// 65535 mean none) and change nothing here.
  void tool(int number) {
    if (number >= 0 && number < MOST_TOOLS) {
      filament.select(number);
      path.tool(number);
    }
  }

  /// How fast the fan on the part turns, 0 to 1.
  void fan(double part) {
    path.fan(part);
  }

  /// G0, G1.
  void straight(Words words, int line) throws FormatException {
    if (words.has('F')) {
      speed = words.value('F') * unit / 60;
    }
    if (hasAxis(words)) {
      double toX = target(words, 'X', x, offsetX);
      double toY = target(words, 'Y', y, offsetY);
      double toZ = target(words, 'Z', z, offsetZ);
      move(toX, toY, toZ, extrusion(words), line);
    }
  }

  /// G2, G3, in the plane of the bed.
  void arc(Words words, boolean clockwise, int line) throws FormatException {
    boolean centre = words.has('I') || words.has('J');
    if (!centre && !words.has('R')) {
      straight(words, line);
      return;
    }
    if (words.has('F')) {
      speed = words.value('F') * unit / 60;
    }
    double toX = target(words, 'X', x, offsetX);
    double toY = target(words, 'Y', y, offsetY);
    double toZ = target(words, 'Z', z, offsetZ);
    double pushed = extrusion(words);
    check(toX, toY, toZ, pushed, line);
    Arc arc =
        centre
            ? Arc.aroundCentre(
                x,
                y,
                toX,
                toY,
                words.valueOr('I', 0) * unit,
                words.valueOr('J', 0) * unit,
                clockwise)
            : Arc.ofRadius(x, y, toX, toY, words.value('R') * unit, clockwise);
    int chords = (int) Math.min(arc.chords(), Math.max(FEWEST_CHORDS, chordsLeft));
    chordsLeft -= chords;
    double fromZ = z;
    for (int chord = 1; chord < chords; chord++) {
      double part = (double) chord / chords;
      move(arc.x(part), arc.y(part), fromZ + (toZ - fromZ) * part, pushed / chords, line);
    }
    move(toX, toY, toZ, pushed / chords, line);
  }

  /// G28: to the origin, on the named axes or on all.
  void home(Words words, int line) throws FormatException {
    boolean all = !words.names('X') && !words.names('Y') && !words.names('Z');
    boolean homeX = all || words.names('X');
    boolean homeY = all || words.names('Y');
    boolean homeZ = all || words.names('Z');
    offsetX = homeX ? 0 : offsetX;
    offsetY = homeY ? 0 : offsetY;
    offsetZ = homeZ ? 0 : offsetZ;
    move(homeX ? 0 : x, homeY ? 0 : y, homeZ ? 0 : z, 0, line);
  }

  /// G92: what is here shall be called so.
  void call(Words words) {
    boolean all = !hasAxis(words);
    if (all || words.has('X')) {
      offsetX = x - words.valueOr('X', 0) * unit;
    }
    if (all || words.has('Y')) {
      offsetY = y - words.valueOr('Y', 0) * unit;
    }
    if (all || words.has('Z')) {
      offsetZ = z - words.valueOr('Z', 0) * unit;
    }
    if (all || words.has('E')) {
      e = words.valueOr('E', 0) * unit;
    }
  }

  /// G92.1: what is here is called as the machine calls it.
  void callAsMachine() {
    offsetX = 0;
    offsetY = 0;
    offsetZ = 0;
  }

  static boolean hasAxis(Words words) {
    return words.has('X') || words.has('Y') || words.has('Z') || words.has('E');
  }

  private double target(Words words, char axis, double now, double offset) {
    if (!words.has(axis)) {
      return now;
    }
    double value = words.value(axis) * unit;
    return relative ? now + value : value + offset;
  }

  /// G91 makes the extruder relative too, as PrusaSlicer, Klipper and Marlin have it.
  private double extrusion(Words words) {
    if (!words.has('E')) {
      return 0;
    }
    double value = words.value('E') * unit;
    if (relative || relativeExtruder) {
      e += value;
      return value;
    }
    double pushed = value - e;
    e = value;
    return pushed;
  }

  private void move(double toX, double toY, double toZ, double pushed, int line)
      throws FormatException {
    check(toX, toY, toZ, pushed, line);
    if (path.moves() == MOST_MOVES) {
      throw new FormatException(file, "line " + line, "at most " + MOST_MOVES + " moves", "more");
    }
    boolean extruding = pushed > 0 && (toX != x || toY != y);
    if (extruding) {
      extrusions++;
      layers.extruding(path.moves(), z, toZ);
    }
    filament.push(pushed);
    path.add(toX, toY, toZ, pushed, extruding ? feature : Feature.TRAVEL, speed, line);
    x = toX;
    y = toY;
    z = toZ;
  }

  private void check(double toX, double toY, double toZ, double pushed, int line)
      throws FormatException {
    // written so that NaN fails too
    boolean near =
        Math.abs(toX) <= FARTHEST
            && Math.abs(toY) <= FARTHEST
            && Math.abs(toZ) <= FARTHEST
            && Math.abs(pushed) <= FARTHEST
            && Math.abs(speed) <= FARTHEST;
    if (!near) {
      throw new FormatException(
          file,
          "line " + line,
          "a move within 1000 m of the origin",
          "one to (" + toX + ", " + toY + ", " + toZ + ") that pushes " + pushed + " mm");
    }
  }

  /// How many moves so far: the index of the next.
  int moves() {
    return path.moves();
  }

  /// Whether anything was extruded so far.
  boolean extrudes() {
    return extrusions > 0;
  }

  /// How many moves extruded so far.
  long extrusions() {
    return extrusions;
  }

  double filamentMillimetres() {
    return filament.total();
  }

  /// Most of the moves so far.
  Toolpath soFar() {
    return path.soFar(layers.firstMoves());
  }

  Toolpath toolpath() {
    return path.build(layers.firstMoves());
  }
}
