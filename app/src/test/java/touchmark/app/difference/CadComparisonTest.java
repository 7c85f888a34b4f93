package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.ledger.Progress;

class CadComparisonTest {
  private static final String STEP =
      """
      ISO-10303-21;
      HEADER;
      FILE_DESCRIPTION((''),'2;1');
      FILE_NAME('a','2026-01-01',(''),(''),'','CAD 1','');
      FILE_SCHEMA(('AP242'));
      ENDSEC;
      DATA;
      #1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));
      #2=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNIT_ASSIGNED_CONTEXT((#1)));
      #3=PRODUCT('','bracket','',());
      #9=COORDINATES_LIST('',4,((0.,0.,0.),(1.,0.,0.),(0.,1.,0.),(0.,0.,1.)));
      #10=TRIANGULATED_FACE('',#9,4,(),$,(),((1,3,2),(1,2,4),(2,3,4),(1,4,3)));
      #12=TESSELLATED_SHAPE_REPRESENTATION('',(#10),#2);
      ENDSEC;
      END-ISO-10303-21;
      """;

  @TempDir private Path folder;

  @Test
  void theSameShapeWrittenLaterIsTheSame() throws Exception {
    Difference difference = compare(STEP, STEP.replace("2026-01-01", "2026-02-02"));
    assertThat(difference.same()).isTrue();
    assertThat(difference.lines()).contains("time: 2026-01-01, now 2026-02-02");
  }

  @Test
  void anotherUnitIsAnotherShape() throws Exception {
    Difference difference = compare(STEP, STEP.replace(".MILLI.", ".CENTI."));
    assertThat(difference.same()).isFalse();
    assertThat(difference.lines()).contains("unit of length: mm, now cm");
  }

  @Test
  void productsThatComeAndGoAreTold() throws Exception {
    assertThat(compare(STEP, STEP.replace("bracket", "lever")).lines())
        .startsWith("the product lever is new", "the product bracket is gone");
  }

  @Test
  void withoutAShapeOtherBytesAreNeverCalledTheSame() throws Exception {
    String structure = STEP.replace("(#10),#2", "(),#2");
    Difference difference = compare(structure, structure.replace("2026-01-01", "2026-02-02"));
    assertThat(difference.same()).isFalse();
    assertThat(difference.lines())
        .contains("the bytes differ, and shapes that are not shown were not compared");
  }

  @Test
  void whatIsWrongWithTheInstancesIsFound() throws Exception {
    String flawed =
        STEP.replace("(#1)", "()")
            .replace(
                "#12=", "#13=BREP_WITH_VOIDS('',#80,(#81,#82));\n#3=PRODUCT('','x','',());\n#12=");
    List<Finding> findings = inspect("flawed.stp", flawed).findings();
    assertThat(findings)
        .extracting(Finding::code)
        .contains(
            FindingCodes.INTERNAL_VOID,
            FindingCodes.DANGLING_REFERENCES,
            FindingCodes.DUPLICATE_INSTANCES,
            FindingCodes.UNIT_MISSING);
    assertThat(findings)
        .extracting(Finding::message)
        .contains(
            "the solids themselves state 2 internal voids",
            "3 instances are referred to and not defined: #80, #81, #82");
  }

  private Difference compare(String from, String to) throws Exception {
    return new Comparer()
        .compare(inspect("from.stp", from), inspect("to.stp", to), Progress.SILENT)
        .orElseThrow();
  }

  private Inspection inspect(String name, String text) throws Exception {
    Path file = Files.writeString(folder.resolve(name), text);
    return new Inspector().inspect(new ProductFiles().open(file, Progress.SILENT), Progress.SILENT);
  }
}
