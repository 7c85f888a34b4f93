package touchmark.app.format;

import java.util.List;
import java.util.stream.Stream;
import touchmark.app.format.amf.AmfReader;
import touchmark.app.format.bgcode.BgcodeReader;
import touchmark.app.format.csv.CsvReader;
import touchmark.app.format.curaprofile.CuraProfileReader;
import touchmark.app.format.gcode.GcodeReader;
import touchmark.app.format.gzip.GzipReader;
import touchmark.app.format.ini.IniReader;
import touchmark.app.format.json.JsonReader;
import touchmark.app.format.layerfile.LayerFileReader;
import touchmark.app.format.material.MaterialReader;
import touchmark.app.format.obj.ObjReader;
import touchmark.app.format.ply.PlyReader;
import touchmark.app.format.qif.QifReader;
import touchmark.app.format.step.StepReader;
import touchmark.app.format.stl.StlReader;
import touchmark.app.format.threemf.ThreeMfReader;

/// The formats that Touchmark reads: the one list.
final class Formats {
  /// What may stand alone, and packed in a gzip file as well.
  private static final List<FormatReader> PLAIN =
      List.of(
          new CuraProfileReader(),
          new ThreeMfReader(),
          new StepReader(),
          new AmfReader(),
          new PlyReader(),
          new StlReader(),
          new BgcodeReader(),
          new LayerFileReader(),
          new GcodeReader(),
          new ObjReader(),
          new MaterialReader(),
          new QifReader(),
          new JsonReader(),
          new IniReader(),
          new CsvReader());

  private static final List<FormatReader> READERS =
      Stream.concat(Stream.of(new GzipReader(PLAIN)), PLAIN.stream()).toList();

  private Formats() {}

  /// In the order in which they are asked; the first that recognises a file reads it.
  static List<FormatReader> readers() {
    return READERS;
  }
}
