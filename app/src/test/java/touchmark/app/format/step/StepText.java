package touchmark.app.format.step;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.format.UnpackedSource;
import touchmark.ledger.Progress;

/// Exchange structures as tests write them.
final class StepText {
  static final String MILLIMETRES =
      """
      #1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));
      #2=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNIT_ASSIGNED_CONTEXT((#1))\
      REPRESENTATION_CONTEXT('',''));
      """;

  /// A closed tetrahedron of 1/6 mm³ as #10, its points as #9.
  static final String TETRAHEDRON =
      """
      #9=COORDINATES_LIST('',4,((0.,0.,0.),(1.,0.,0.),(0.,1.,0.),(0.,0.,1.)));
      #10=TRIANGULATED_FACE('',#9,4,(),$,(),((1,3,2),(1,2,4),(2,3,4),(1,4,3)));
      """;

  private StepText() {}

  /// A whole file around some instances.
  static String file(String data) {
    return """
    ISO-10303-21;
    HEADER;
    FILE_DESCRIPTION((''),'2;1');
    FILE_NAME('part.stp','2026-01-02T03:04:05',('Ada'),('Works'),'translator','CAD 1','');
    FILE_SCHEMA(('AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF'));
    ENDSEC;
    DATA;
    %sENDSEC;
    END-ISO-10303-21;
    """
        .formatted(data);
  }

  /// Reads a file without any other program.
  static ProductData.Cad read(String text) throws FormatException, IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), Progress.SILENT);
  }

  static ProductData.Cad read(byte[] bytes, Optional<ShapeProgram> program, Progress progress)
      throws FormatException, IOException {
    UnpackedSource source =
        new UnpackedSource(
            Path.of("part.stp"), "part.stp", bytes.length, () -> new ByteArrayInputStream(bytes));
    return (ProductData.Cad) new StepReader(program).read(source, progress).data();
  }
}
