package touchmark.app.format.threemf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.format.xml.Xml;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.Severity;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

class ThreeMfReaderTest {
  private static final Mesh CUBE = new Solids().cube(0, 0, 0, 10).mesh();
  private static final String OBJECT = Packages.object("1", "", CUBE);
  private static final String ITEM = "<item objectid='1'/>";

  @TempDir private Path directory;

  @Test
  void anObjectInTheBuildIsRead() throws Exception {
    OpenedFile file = open("cube", new Packages().model("unit='inch'", OBJECT, ITEM));

    assertThat(file.format().name()).isEqualTo(ThreeMfReader.NAME);
    assertThat(mesh(file).triangleCount()).isEqualTo(12);
    assertThat(mesh(file).unit()).isEqualTo(LengthUnit.INCH);
  }

  @Test
  void componentsAndItemsArePlacedByTheirTransforms() throws Exception {
    String pair =
        "<object id='2' name='pair'><components><component objectid='1'/><component objectid='1'"
            + " transform='1 0 0 0 1 0 0 0 1 20 0 0'/></components></object>";
    OpenedFile file =
        open(
            "pair",
            new Packages()
                .model(
                    "",
                    OBJECT + pair,
                    "<item objectid='2' transform='0 1 0 -1 0 0 0 0 2 0 5 0'/>"));

    assertThat(mesh(file).bounds()).contains(new Box(-10, 5, 0, 0, 35, 20));
    assertThat(inspect(file).mesh().orElseThrow().volume()).isCloseTo(4000, within(1e-9));
    assertThat(mesh(file).parts()).hasSize(2);
  }

  @Test
  void aMirroredObjectStillFacesOutward() throws Exception {
    OpenedFile file =
        open(
            "mirrored",
            new Packages()
                .model("", OBJECT, "<item objectid='1' transform='-1 0 0 0 1 0 0 0 1 0 0 0'/>"));

    assertThat(inspect(file).findings()).isEmpty();
    assertThat(inspect(file).mesh().orElseThrow().volume()).isCloseTo(1000, within(1e-9));
  }

  @Test
  void anObjectOutsideTheBuildIsNotPrinted() throws Exception {
    String other = Packages.object("9", "", new Solids().cube(50, 0, 0, 1).mesh());

    assertThat(mesh(open("spare", new Packages().model("", OBJECT + other, ITEM))).triangleCount())
        .isEqualTo(12);
  }

  @Test
  void namesAndBaseColoursAreTaken() throws Exception {
    String colours =
        "<basematerials id='5'><base name='a' displaycolor='#112233'/>"
            + "<base name='b' displaycolor='#AABBCC80'/></basematerials>";
    String object = Packages.object("1", "name='Griff' pid='5' pindex='1'", CUBE);

    assertThat(mesh(open("c", new Packages().model("", colours + object, ITEM))).parts())
        .containsExactly(new MeshPart("Griff", 0, 12, OptionalInt.of(0xAABBCC)));
  }

  @Test
  void anObjectOfAnotherModelPartIsRead() throws Exception {
    String production = "xmlns:p='http://schemas.microsoft.com/3dmanufacturing/production/2015/06'";
    Packages two =
        new Packages()
            .model(
                production + " requiredextensions='p'",
                "<object id='7'><components><component p:path='/3D/Parts/one.model'"
                    + " objectid='1'/></components></object>",
                "<item objectid='7'/>")
            .with("3D/Parts/one.model", Packages.modelText("", OBJECT, ""));

    assertThat(mesh(open("production", two)).triangleCount()).isEqualTo(12);
  }

  @Test
  void theThumbnailIsTakenOut() throws Exception {
    byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 40);
    ByteBuffer.wrap(png).putInt(16, 320).putInt(20, 240);
    OpenedFile file =
        open("t", new Packages().model("", OBJECT, ITEM).with("Metadata/thumbnail.png", png));

    assertThat(file.thumbnails())
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.mediaType()).isEqualTo("image/png");
              assertThat(picture.width()).isEqualTo(320);
              assertThat(picture.height()).isEqualTo(240);
            });
  }

  @Test
  void commandsInTheSettingsAreShown() throws Exception {
    Packages packed =
        new Packages()
            .model("", OBJECT, ITEM)
            .with("Metadata/Slic3r_PE.config", "; layer_height = 0.2\n; post_process = rm -rf /;\n")
            .with("Metadata/other.config", "; post_process = \n")
            .with("Metadata/project_settings.config", "{\"post_process\": [\n\"curl x|sh\"\n]}")
            .with("Metadata/empty_settings.config", "{\"post_process\": [ ], \"a\": 1}");
    OpenedFile file = open("script", packed);

    assertThat(file.scripts())
        .extracting(EmbeddedScript::where)
        .containsExactly("Metadata/Slic3r_PE.config", "Metadata/project_settings.config");
    assertThat(file.scripts().getFirst().text()).isEqualTo("rm -rf /;");
    assertThat(inspect(file).findings())
        .filteredOn(finding -> finding.code().equals(FindingCodes.EMBEDDED_SCRIPT))
        .hasSize(2);
  }

  @Test
  void aRequiredExtensionThatChangesTheShapeIsNamedAndNotHalfRead() throws Exception {
    OpenedFile file =
        open(
            "secure",
            new Packages()
                .model(
                    "xmlns:s='http://schemas.microsoft.com/3dmanufacturing/securecontent/2019/04'"
                        + " requiredextensions='s'",
                    OBJECT,
                    ITEM));

    assertThat(file.data()).isEqualTo(new ProductData.Unread());
    assertThat(file.format().name()).isEqualTo(ThreeMfReader.ENCRYPTED);
    assertThat(inspect(file).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCodes.ENCRYPTED));
  }

  @Test
  void codeForThePrinterIsReadAndTheMeshBesideItNamed() throws Exception {
    byte[] zip =
        new Packages()
            .model("", OBJECT, ITEM)
            .with("Metadata/plate_1.gcode", ";LAYER_CHANGE\nG1 X1 Y1 Z0.2 E1 F600\nM500\n")
            .zip();

    OpenedFile opened = open("plate-beside-mesh", zip);

    assertThat(opened.data()).isInstanceOf(ProductData.Sliced.class);
    assertThat(opened.scripts()).anyMatch(script -> script.text().equals("M500"));
    assertThat(new Inspector().inspect(opened, Progress.SILENT).findings())
        .anyMatch(
            finding ->
                finding.code().equals(FindingCodes.PARTLY_READ)
                    && finding.severity() == Severity.CAUTION
                    && finding.message().startsWith("a mesh of 12 facets stands beside"));
  }

  @Test
  void settingsThatCannotBeReadAreRemarkedAndTheModelIsReadWhateverTheirNamesCase()
      throws Exception {
    OpenedFile broken =
        open(
            "broken-settings",
            new Packages()
                .model("", OBJECT, ITEM)
                .with("Metadata/project_settings.config", "x")
                .zip());
    assertThat(mesh(broken).triangleCount()).isEqualTo(12);
    assertThat(broken.remarks())
        .singleElement()
        .asString()
        .startsWith("its settings cannot be read: ");

    OpenedFile small =
        open(
            "small-letters",
            new Packages()
                .model("", OBJECT, ITEM)
                .with("metadata/project_settings.config", "{\"layer_height\": \"0.2\"}")
                .zip());
    assertThat(small.settings().orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void anExtensionPrefixThatIsNotDeclaredDoesNoHarm() throws Exception {
    String resources = OBJECT + "<x:glow id='4'><x:vertex/></x:glow>";

    assertThat(mesh(open("prefix", new Packages().model("", resources, ITEM))).triangleCount())
        .isEqualTo(12);
  }

  @Test
  void anotherArchiveIsNamedByWhatIsInIt() throws Exception {
    Path file = directory.resolve("plate.zip");
    byte[] zip = new Packages().with("Metadata/plate_1.gcode", "G1 X1").zip();
    // Without its relationships it is no 3MF.
    Files.write(
        file,
        new String(zip, StandardCharsets.ISO_8859_1)
            .replace("_rels/.rels", "xrels/.rels")
            .getBytes(StandardCharsets.ISO_8859_1));
    OpenedFile opened = new ProductFiles().open(file, Progress.SILENT);

    assertThat(opened.data()).isInstanceOf(ProductData.Sliced.class);
    assertThat(opened.format().dataType()).isEqualTo(DataType.GEOMETRY_SLICED);
  }

  @Test
  void zipBomb() {
    refuses("zip-bomb", new Packages().with("Metadata/a.config", new byte[20 << 20]).zip())
        .contains("Metadata/a.config: expected at most 300 bytes for each packed one");
  }

  @Test
  void moreBytesThanAnnounced() {
    byte[] zip = new Packages().model("", OBJECT, ITEM).zip();
    int entry = directoryEntry(zip, Packages.MODEL);
    little(zip).putInt(entry + 24, 100);

    refuses("more-bytes-than-announced", zip).contains("expected 100 bytes, as announced");
  }

  @Test
  void wrongSum() {
    byte[] zip = new Packages().model("", OBJECT, ITEM).zip();
    little(zip).putInt(directoryEntry(zip, Packages.MODEL) + 16, 12345);

    refuses("wrong-sum", zip).contains("CRC-32");
  }

  @Test
  void partsThatOverlap() {
    byte[] zip = new Packages().model("", OBJECT, ITEM).zip();
    int entry = directoryEntry(zip, Packages.MODEL);
    little(zip).putInt(entry + 42, 0);

    refuses("part-of-another-name", zip).contains("expected the part \"3D/3dmodel.model\"");
  }

  @Test
  void pathTraversal() {
    refuses("path-traversal", new Packages().model("", OBJECT, ITEM).with("../../evil", "x").zip())
        .contains("expected names that stay inside the archive, found \"../../evil\"");
    refuses("backslash", new Packages().with("..\\evil", "x").zip()).contains("stay inside");
  }

  @Test
  void oneNameTwice() {
    refuses(
            "name-twice",
            new Packages().model("", OBJECT, ITEM).with("3d/3DMODEL.model", "x").zip())
        .contains("each name once");
  }

  @Test
  void truncatedArchive() {
    byte[] zip = new Packages().model("", OBJECT, ITEM).zip();

    refuses("truncated", Arrays.copyOf(zip, zip.length / 2)).contains("it is cut off");
  }

  @Test
  void everyTruncationAndEveryFlippedByteEndsInASentenceOrAMesh() throws Exception {
    byte[] zip = new Packages().model("", OBJECT, ITEM).zip();
    for (int at = 0; at < zip.length; at += 3) {
      byte[] flipped = zip.clone();
      flipped[at] ^= 0x41;
      try {
        open("flipped", flipped);
      } catch (FormatException e) {
        assertThat(e.getMessage()).startsWith("flipped.3mf, ");
      }
    }
  }

  @Test
  void entityExpansion() {
    String bomb =
        "<?xml version='1.0'?><!DOCTYPE m [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b"
            + " '&a;&a;&a;&a;'>]><model"
            + " xmlns='http://schemas.microsoft.com/3dmanufacturing/core/2015/02'>&b;</model>";

    refuses("entity-expansion", new Packages().with(Packages.MODEL, bomb).zip())
        .contains("no document type");
  }

  @Test
  void cyclicComponents() {
    String cycle =
        "<object id='1'><components><component objectid='2'/></components></object>"
            + "<object id='2'><components><component objectid='1'/></components></object>";

    refuses("cyclic-components", new Packages().model("", cycle, ITEM).zip())
        .contains("an object that contains itself");
  }

  @Test
  void componentsThatMultiplyEachOther() {
    StringBuilder objects = new StringBuilder(OBJECT);
    for (int i = 2; i < 40; i++) {
      String component = "<component objectid='" + (i - 1) + "'/>";
      objects.append("<object id='" + i + "'><components>" + component + component);
      objects.append("</components></object>");
    }

    refuses(
            "multiplying-components",
            new Packages().model("", objects.toString(), "<item objectid='39'/>").zip())
        .contains("objects in all");
  }

  @Test
  void componentsNestedTooDeepInWhateverOrderTheyAreAskedFor() {
    StringBuilder objects = new StringBuilder(OBJECT);
    StringBuilder items = new StringBuilder();
    for (int i = 2; i < 100; i++) {
      objects.append("<object id='" + i + "'><components>");
      objects.append("<component objectid='" + (i - 1) + "'/></components></object>");
      items.append("<item objectid='" + i + "'/>");
    }
    refuses("deep", new Packages().model("", objects.toString(), "<item objectid='99'/>").zip())
        .contains("at most 64 deep");
    refuses("deep-by-steps", new Packages().model("", objects.toString(), items.toString()).zip())
        .contains("at most 64 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- %s -->", "<?note %s?>", "<x a='%s'/>", "<![CDATA[%s]]>"})
  void oneTokenThatWouldFillTheMemory(String token) {
    // the bytes inside look like ends of tokens, and do not compress too well
    StringBuilder filling = new StringBuilder();
    Random random = new Random(1);
    while (filling.length() < Xml.LONGEST_TOKEN + 100) {
      filling.append(Integer.toString(random.nextInt(1000), 36)).append(" - > ] ".repeat(20));
    }
    refuses("token", new Packages().model("", token.formatted(filling) + OBJECT, ITEM).zip())
        .contains("tags and comments of at most");
  }

  @Test
  void commentsWithinReasonAreNoTrouble() throws Exception {
    String resources = "<!----><!-- > --><![CDATA[ <x> ]]><?a > ?><y z='>' w=\"'>\"/>" + OBJECT;
    assertThat(mesh(open("odd", new Packages().model("", resources, ITEM))).triangleCount())
        .isEqualTo(12);
  }

  @Test
  void componentsWithoutEnd() {
    String components = "<component objectid='1'/>".repeat(EntryCount.MOST + 1);
    // padding keeps it from being packed too well
    String object = OBJECT + "<object id='2'><components>" + components + "</components></object>";
    refuses("components", new Packages().model("", object, "<item objectid='2'/>").zip())
        .containsAnyOf("components and colours in all", "bytes for each packed one");
  }

  @Test
  void prefixesWithoutEnd() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i <= Xml.MOST_PREFIXES; i++) {
      nested.append(i % 4 == 0 ? "<x " : "").append("xmlns:p" + i + "='u' ");
      nested.append(i % 4 == 3 || i == Xml.MOST_PREFIXES ? ">" : "");
    }
    refuses("prefixes", new Packages().model("", nested + OBJECT, ITEM).zip())
        .contains("at most 256 namespace prefixes");
  }

  @Test
  void aSettingsPartThatIsNotWhatItsPackingSays() {
    byte[] zip =
        new Packages().model("", OBJECT, ITEM).with("Metadata/a.config", "x = " + OBJECT).zip();
    int entry = directoryEntry(zip, "Metadata/a.config");
    little(zip).putInt(entry + 16, 12345);
    refuses("settings", zip).contains("settings.3mf, Metadata/a.config: expected bytes that fit");
  }

  @Test
  void indexOutOfRange() {
    refuses(
            "index-out-of-range",
            new Packages().model("", OBJECT.replace("v2='2'", "v2='8'"), ITEM).zip())
        .contains("3D/3dmodel.model, line 1: expected a vertex below 8 as v2, found 8");
  }

  @Test
  void nanCoordinates() {
    refuses("nan", new Packages().model("", OBJECT.replace("x='10.0'", "x='NaN'"), ITEM).zip())
        .contains("expected a finite number as x, found \"NaN\"");
    refuses(
            "far",
            new Packages()
                .model("", OBJECT, "<item objectid='1' transform='1e39 0 0 0 1 0 0 0 1 0 0 0'/>")
                .zip())
        .contains("finite coordinates");
  }

  @Test
  void otherDamage() {
    refuses("no-object", new Packages().model("", OBJECT, "<item objectid='2'/>").zip())
        .contains("object 2: expected an object of that id, found none");
    refuses("no-build", new Packages().model("", OBJECT, "").zip()).contains("at least one facet");
    refuses("no-model", new Packages().zip()).contains("expected a model part, found none");
    refuses("unit", new Packages().model("unit='cubit'", OBJECT, ITEM).zip()).contains("cubit");
    refuses("not-xml", new Packages().with(Packages.MODEL, "<model").zip())
        .contains("3D/3dmodel.model, line 1: expected well-formed XML");
    refuses(
            "transform",
            new Packages().model("", OBJECT, "<item objectid='1' transform='1'/>").zip())
        .contains("twelve finite numbers");
  }

  private OpenedFile open(String name, Packages packed) throws FormatException, IOException {
    return open(name, packed.zip());
  }

  private OpenedFile open(String name, byte[] bytes) throws FormatException, IOException {
    Path file = Files.write(directory.resolve(name + ".3mf"), bytes);
    return new ProductFiles().open(file, Progress.SILENT);
  }

  private AbstractStringAssert<?> refuses(String name, byte[] bytes) {
    FormatException[] refusal = new FormatException[1];
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(name, bytes))
        .satisfies(e -> refusal[0] = e);
    return assertThat(refusal[0].getMessage()).startsWith(name);
  }

  private static Inspection inspect(OpenedFile file) {
    return new Inspector().inspect(file, Progress.SILENT);
  }

  private static Mesh mesh(OpenedFile file) {
    return ((ProductData.Model) file.data()).mesh();
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int directoryEntry(byte[] zip, String name) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    return text.lastIndexOf(name) - 46;
  }
}
