package touchmark.app.format;

import java.util.List;
import touchmark.app.format.gcode.GcodeReader;
import touchmark.app.format.obj.ObjReader;
import touchmark.app.format.ply.PlyReader;
import touchmark.app.format.step.StepReader;
import touchmark.app.format.stl.StlReader;
import touchmark.app.format.threemf.ThreeMfReader;

/// The formats that Touchmark reads: the one list.
final class Formats {
  private static final List<FormatReader> READERS =
      List.of(
          new ThreeMfReader(),
          new StepReader(),
          new PlyReader(),
          new StlReader(),
          new GcodeReader(),
          new ObjReader());

  private Formats() {}

  /// In the order in which they are asked; the first that recognises a file reads it.
  static List<FormatReader> readers() {
    return READERS;
  }
}
