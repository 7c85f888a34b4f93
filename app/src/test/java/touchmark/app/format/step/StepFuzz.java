package touchmark.app.format.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Exchange structures: each is read, or refused with a sentence.
public final class StepFuzz {
  private StepFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    try {
      ProductData.Cad cad = StepText.read(data, Optional.empty(), Progress.SILENT);
      cad.shape().ifPresent(StepFuzz::check);
    } catch (FormatException e) {
      require(e.getMessage() != null && !e.getMessage().isBlank());
    }
  }

  private static void check(Mesh mesh) {
    for (int vertex : mesh.triangles()) {
      require(vertex >= 0 && vertex < mesh.vertexCount());
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("a reader made something impossible");
    }
  }

  /// A file with something of everything.
  static List<byte[]> specimens() {
    String data =
        StepText.MILLIMETRES
            + StepText.TETRAHEDRON
            + """
            #11=TESSELLATED_SOLID('',(#10,#13),$);
            #12=TESSELLATED_SHAPE_REPRESENTATION('',(#11,#14),#2);
            #13=COMPLEX_TRIANGULATED_FACE('',#9,4,(),$,(1,2,3,4),((1,2,3,4)),((1,2,3)));
            #14=MAPPED_ITEM('',#15,#16);
            #15=REPRESENTATION_MAP(#16,#19);
            #16=AXIS2_PLACEMENT_3D('',#17,#18,$);
            #17=CARTESIAN_POINT('',(1.5E0,-2.,+3.));
            #18=DIRECTION('',(0.,0.,1.));
            #19=SHAPE_REPRESENTATION('',(#13),#2);
            #20=PRODUCT_DEFINITION_SHAPE('','',#21);
            #21=PRODUCT_DEFINITION('','',#22,$);
            #22=PRODUCT_DEFINITION_FORMATION('','',#23);
            #23=PRODUCT('id','n\\X2\\00E4\\X0\\me','',());
            #24=SHAPE_DEFINITION_REPRESENTATION(#20,#12);
            #25=NEXT_ASSEMBLY_USAGE_OCCURRENCE('','','',#21,#21,$);
            #26=BREP_WITH_VOIDS('',#2,(#3));
            #27=(CONVERSION_BASED_UNIT('INCH',#28)LENGTH_UNIT()NAMED_UNIT(*));
            #28=LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE(25.4),#1);
            #29=ITEM_DEFINED_TRANSFORMATION('','',#16,#16);
            #30=(REPRESENTATION_RELATIONSHIP('','',#19,#12)\
            REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(#29));
            """;
    return List.of(StepText.file(data).getBytes(StandardCharsets.UTF_8));
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0], "StepFuzz"));
    for (byte[] specimen : specimens()) {
      Files.write(folder.resolve("specimen"), specimen);
    }
  }
}
