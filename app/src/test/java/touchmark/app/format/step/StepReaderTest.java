package touchmark.app.format.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.CadFacts;
import touchmark.app.format.Head;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;

class StepReaderTest {
  private static final String REPRESENTED =
      StepText.MILLIMETRES
          + StepText.TETRAHEDRON
          + "#11=TESSELLATED_SHELL('',(#10),$);\n"
          + "#12=TESSELLATED_SHAPE_REPRESENTATION('',(#11),#2);\n";

  @Test
  void theHeaderSaysWhoWroteTheFileWhenAndWithWhat() throws Exception {
    CadFacts facts = StepText.read(StepText.file("")).facts();

    assertThat(facts.schema()).isEqualTo("AP242_MANAGED_MODEL_BASED_3D_ENGINEERING_MIM_LF");
    assertThat(facts.system()).isEqualTo("CAD 1");
    assertThat(facts.author()).isEqualTo("Ada, Works");
    assertThat(facts.written()).isEqualTo("2026-01-02T03:04:05");
    assertThat(facts.entities()).isZero();
    assertThat(facts.withoutShape()).contains("the file has neither solids nor facets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pr\\X2\\00FC\\X0\\fst\\X2\\00FC\\X0\\ck|Prüfstück",
        "\\X4\\0001F529\\X0\\|🔩",
        "\\X2\\D83DDD29\\X0\\|🔩",
        "\\X\\E9t\\X\\E9|été",
        "\\S\\D|Ä",
        "\\PB\\\\S\\#|Ł",
        "O''Brien \\\\ Co|O'Brien \\ Co",
        "\\X2\\00F|\\X2\\00F",
        "Büchse|Büchse",
      },
      quoteCharacter = '`')
  void namesAreDecoded(String written, String name) throws Exception {
    String data = "#1=PRODUCT('','" + written + "','',());\n";
    assertThat(StepText.read(StepText.file(data)).facts().products()).containsExactly(name);
  }

  @Test
  void productsFormATreeWithTheTopFirst() throws Exception {
    String data =
        product(1, "wheel")
            + product(5, "car")
            + product(9, "bolt")
            + use(20, 5, 1)
            + use(21, 5, 1)
            + use(22, 1, 9);
    CadFacts facts = StepText.read(StepText.file(data)).facts();

    assertThat(facts.products()).containsExactly("car", "wheel", "bolt");
    assertThat(facts.assembly())
        .containsExactly(component("car", 1, component("wheel", 2, component("bolt", 1))));
  }

  @Test
  void aProductThatContainsItselfEndsTheTree() throws Exception {
    String data = product(1, "egg") + product(5, "hen") + use(20, 1, 5) + use(21, 5, 1);
    assertThat(StepText.read(StepText.file(data)).facts().assembly())
        .containsExactly(
            component("egg", 1, component("hen", 1)), component("hen", 1, component("egg", 1)));
  }

  @Test
  void aTreeThatDoublesAtEachLevelIsListedUpToItsBound() throws Exception {
    StringBuilder data = new StringBuilder();
    for (int level = 0; level < 40; level++) {
      data.append(product(10 * level + 1, "a" + level))
          .append(product(10 * level + 5, "b" + level));
      if (level > 0) {
        for (int above : List.of(10 * level - 9, 10 * level - 5)) {
          data.append(use(1000 + 10 * level + above % 10, above, 10 * level + 1));
          data.append(use(2000 + 10 * level + above % 10, above, 10 * level + 5));
        }
      }
    }
    List<CadFacts.Component> tree =
        StepText.read(StepText.file(data.toString())).facts().assembly();

    assertThat(count(tree)).isEqualTo(CadFacts.MOST_COMPONENTS);
  }

  private static int count(List<CadFacts.Component> tree) {
    return tree.stream().mapToInt(component -> 1 + count(component.parts())).sum();
  }

  @Test
  void theFilesOwnFacetsAreItsShapeInItsUnit() throws Exception {
    String data = REPRESENTED.replace(".MILLI.", "$");
    Mesh mesh = StepText.read(StepText.file(data)).shape().orElseThrow();

    assertThat(mesh.unit()).isEqualTo(LengthUnit.METRE);
    assertThat(mesh.triangleCount()).isEqualTo(4);
    assertThat(mesh.vertexCount()).isEqualTo(4);
    assertThat(mesh.bounds().orElseThrow().maxZ()).isEqualTo(1);
  }

  @Test
  void aConvertedUnitIsNamed() throws Exception {
    String data =
        """
        #1=(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.));
        #3=LENGTH_MEASURE_WITH_UNIT(LENGTH_MEASURE(25.4),#1);
        #4=(CONVERSION_BASED_UNIT('INCH',#3)LENGTH_UNIT()NAMED_UNIT(*));
        #2=(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNIT_ASSIGNED_CONTEXT((#4))\
        REPRESENTATION_CONTEXT('',''));
        """;
    assertThat(StepText.read(StepText.file(data)).facts().unit()).isEqualTo("in");
    assertThat(StepText.read(StepText.file(data.replace("25.4", "3."))).facts().unit())
        .isEqualTo("inch");
    assertThat(StepText.read(StepText.file(data.replace("25.4", "0."))).facts().unit()).isEmpty();
  }

  @Test
  void stripsAndFansAreCutIntoFacetsThatFaceOneWay() throws Exception {
    String data =
        StepText.MILLIMETRES
            + """
            #9=COORDINATES_LIST('',6,((0,0,0),(1,0,0),(0,1,0),(1,1,0),(0,2,0),(1,2,0)));
            #10=COMPLEX_TRIANGULATED_FACE('',#9,6,((0.,0.,1.)),$,(1,2,3,4,5,6),\
            ((1,2,3,4,5)),((4,6,5)));
            #12=SHAPE_REPRESENTATION('',(#10),#2);
            """;
    Mesh mesh = StepText.read(StepText.file(data)).shape().orElseThrow();

    assertThat(mesh.triangleCount()).isEqualTo(4);
    double[] corners = new double[9];
    for (int facet = 0; facet < 4; facet++) {
      mesh.copyCorners(facet, corners);
      double twiceArea =
          (corners[3] - corners[0]) * (corners[7] - corners[1])
              - (corners[4] - corners[1]) * (corners[6] - corners[0]);
      assertThat(twiceArea).as("facet %d", facet).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void partsLieWhereTheAssemblyPutsThem() throws Exception {
    String data =
        REPRESENTED
            + """
            #20=SHAPE_REPRESENTATION('',(),#2);
            #30=CARTESIAN_POINT('',(0.,0.,0.));
            #31=AXIS2_PLACEMENT_3D('',#30,$,$);
            #32=CARTESIAN_POINT('',(10.,0.,0.));
            #33=DIRECTION('',(0.,0.,1.));
            #34=DIRECTION('',(0.,1.,0.));
            #35=AXIS2_PLACEMENT_3D('',#32,#33,#34);
            #36=ITEM_DEFINED_TRANSFORMATION('','',#31,#35);
            #37=(REPRESENTATION_RELATIONSHIP('','',#12,#20)\
            REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(#36)SHAPE_REPRESENTATION_RELATIONSHIP());
            #38=ITEM_DEFINED_TRANSFORMATION('','',#31,#31);
            #39=(REPRESENTATION_RELATIONSHIP('','',#12,#20)\
            REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION(#38)SHAPE_REPRESENTATION_RELATIONSHIP());
            """;
    Mesh mesh = StepText.read(StepText.file(data)).shape().orElseThrow();

    assertThat(mesh.parts()).hasSize(2);
    assertThat(mesh.triangleCount()).isEqualTo(8);
    // a quarter turn about Z takes the corner (1, 0, 0) to (10, 1, 0) and (0, 1, 0) to (9, 0, 0)
    assertThat(mesh.boundsOf(0, 1, 2, 3).minX()).isCloseTo(9, within(1e-6));
    assertThat(mesh.boundsOf(0, 1, 2, 3).maxX()).isCloseTo(10, within(1e-6));
    assertThat(mesh.boundsOf(4, 5, 6, 7).maxX()).isCloseTo(1, within(1e-6));
  }

  @Test
  void tessellatedTextIsNoShape() throws Exception {
    String data =
        StepText.MILLIMETRES
            + StepText.TETRAHEDRON
            + "#11=TESSELLATED_GEOMETRIC_SET('',(#10));\n#12=DRAUGHTING_MODEL('',(#11),#2);\n";
    assertThat(StepText.read(StepText.file(data)).shape()).isEmpty();
  }

  @Test
  void boundariesWithoutAProgramHaveNoShapeAndASentenceSaysWhy() throws Exception {
    CadFacts facts =
        StepText.read(
                StepText.file(
                    "#1=MANIFOLD_SOLID_BREP('',#2);\n#2=CLOSED_SHELL('',(#3));\n"
                        + "#3=ADVANCED_FACE('',(),#4,.T.);\n#4=PLANE('',$);\n"))
            .facts();
    assertThat(facts.solids()).isEqualTo(1);
    assertThat(facts.faces()).isEqualTo(1);
    assertThat(facts.withoutShape().orElseThrow()).contains("gmsh or FreeCAD");
  }

  @Test
  void cavitiesThatSolidsStateAreCounted() throws Exception {
    String data =
        "#1=BREP_WITH_VOIDS('',#2,(#3,#4));\n"
            + "#5=(BREP_WITH_VOIDS((#3))FACETED_BREP()MANIFOLD_SOLID_BREP(#2)"
            + "REPRESENTATION_ITEM('')SOLID_MODEL());\n";
    CadFacts facts = StepText.read(StepText.file(data)).facts();
    assertThat(facts.solids()).isEqualTo(2);
    assertThat(facts.voids()).isEqualTo(3);
  }

  @Test
  void danglingAndDuplicateNamesAreCounted() throws Exception {
    String data = "#1=A(#2,(#7,#3));\n#2=B('#99');\n#1=C(#8);\n/* #55 */\n";
    CadFacts.Flaws flaws = StepText.read(StepText.file(data)).facts().flaws();
    assertThat(flaws.danglingFirst()).containsExactly("#3", "#7", "#8");
    assertThat(flaws.dangling()).isEqualTo(3);
    assertThat(flaws.duplicates()).isEqualTo(1);
    assertThat(flaws.duplicatesFirst()).containsExactly("#1");
  }

  @Test
  void sectionsOfTheThirdEditionAreRecognised() throws Exception {
    String text =
        StepText.file("#1=A(#5);\n")
                .replace(
                    "DATA;",
                    "ANCHOR;\n"
                        + "<top>=#1;\n"
                        + "ENDSEC;\n"
                        + "REFERENCE;\n"
                        + "#5=<http://a.b/c.stp#x>;\n"
                        + "ENDSEC;\n"
                        + "DATA;")
            + "SIGNATURE;\nMIIB/+==\nENDSEC;\nSIGNATURE;\nMIIC\nENDSEC;\n";
    CadFacts facts = StepText.read(text).facts();
    assertThat(facts.signatures()).isEqualTo(2);
    assertThat(facts.flaws().dangling()).isZero();
    assertThat(facts.entities()).isEqualTo(2);
  }

  @Test
  void whatStandsBeforeTheFirstWordDoesNotHideTheFormat() {
    byte[] bytes = "\n  ISO-10303-21;".getBytes(StandardCharsets.UTF_8);
    assertThat(new StepReader().recognises(new Head(bytes, bytes.length, "a.txt"))).isTrue();
  }

  private static CadFacts.Component component(String name, int times, CadFacts.Component... parts) {
    return new CadFacts.Component(name, times, List.of(parts));
  }

  /// A product whose definition has the name `at`.
  private static String product(int at, String name) {
    return "#%d=PRODUCT_DEFINITION('','',#%d,$);\n#%d=PRODUCT_DEFINITION_FORMATION('','',#%d);\n"
            .formatted(at, at + 1, at + 1, at + 2)
        + "#%d=PRODUCT('id','%s','',());\n".formatted(at + 2, name);
  }

  private static String use(int at, int whole, int part) {
    return "#%d=NEXT_ASSEMBLY_USAGE_OCCURRENCE('','','',#%d,#%d,$);\n".formatted(at, whole, part);
  }
}
