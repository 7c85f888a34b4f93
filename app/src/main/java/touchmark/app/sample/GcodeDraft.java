package touchmark.app.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes G-code: relative extrusion, three decimals for places, five for filament, no locale.
final class GcodeDraft {
  /// A travel longer than this is made with the filament pulled back, mm.
  private static final double LONG_TRAVEL = 2;

  private static final double SAME_PLACE = 0.0005;

  private final OutputStream out;
  private final SliceSettings settings;
  private final StringBuilder text = new StringBuilder();
  private Point at = new Point(0, 0);
  private double seconds;
  private double filament;
  private double speed = -1;

  GcodeDraft(OutputStream out, SliceSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  /// A line as it stands.
  void line(String line) {
    text.append(line).append('\n');
    if (text.length() > 1 << 16) {
      flush();
    }
  }

  /// To a height, mm.
  void rise(double z) {
    speed = -1;
    line("G1 Z" + decimal(z, 3) + " F" + decimal(60 * settings.speeds().travel(), 0));
  }

  /// To a place without printing.
  void travel(Point to) {
    double distance = at.distanceTo(to);
    if (distance < SAME_PLACE) {
      return;
    }
    boolean pull = distance > LONG_TRAVEL;
    if (pull) {
      retract(-1);
    }
    move(to, settings.speeds().travel(), "");
    if (pull) {
      retract(1);
    }
  }

  private void retract(int sign) {
    line(
        "G1 E"
            + decimal(sign * settings.retraction(), 5)
            + " F"
            + decimal(60 * settings.retractionSpeed(), 0));
    seconds += settings.retraction() / settings.retractionSpeed();
    speed = -1;
  }

  /// To a place, printing, mm a second.
  void print(Point to, double atSpeed) {
    double pushed = settings.filament(at.distanceTo(to));
    filament += Math.round(pushed * 1e5) / 1e5;
    move(to, atSpeed, " E" + decimal(pushed, 5));
  }

  private void move(Point to, double atSpeed, String extrusion) {
    StringBuilder move = new StringBuilder("G1 X");
    move.append(decimal(to.x(), 3)).append(" Y").append(decimal(to.y(), 3)).append(extrusion);
    if (atSpeed != speed) {
      move.append(" F").append(decimal(60 * atSpeed, 0));
      speed = atSpeed;
    }
    line(move.toString());
    seconds += at.distanceTo(to) / atSpeed;
    at = to;
  }

  /// Moving time so far, without accelerations.
  double seconds() {
    return seconds;
  }

  /// Filament pushed so far, mm.
  double filament() {
    return filament;
  }

  Point at() {
    return at;
  }

  void flush() {
    try {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.setLength(0);
  }

  /// With exactly so many decimals, at most nine.
  static String decimal(double value, int decimals) {
    long scale = 1;
    for (int i = 0; i < decimals; i++) {
      scale *= 10;
    }
    long scaled = Math.round(value * scale);
    String whole = (scaled < 0 ? "-" : "") + Math.abs(scaled) / scale;
    if (decimals == 0) {
      return whole;
    }
    String part = Long.toString(scale + Math.abs(scaled) % scale).substring(1);
    return whole + "." + part;
  }
}
