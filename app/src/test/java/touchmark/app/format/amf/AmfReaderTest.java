package touchmark.app.format.amf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspector;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.mesh.Solids;
import touchmark.ledger.Progress;

class AmfReaderTest {
  private static final Mesh CUBE = new Solids().cube(0, 0, 0, 10).mesh();

  @TempDir private Path directory;

  @Test
  void anObjectIsReadInItsUnit() throws Exception {
    OpenedFile file = open(amf("unit='inch'", object("1", volume(""))));
    assertThat(file.format().name()).isEqualTo("AMF");
    assertThat(mesh(file).unit()).isEqualTo(LengthUnit.INCH);
    assertThat(mesh(file).triangleCount()).isEqualTo(12);
    assertThat(mesh(file).vertexCount()).isEqualTo(8);
  }

  @Test
  void everyUnitOfTheStandardIsKnownAndNoOther() throws Exception {
    for (String unit : new String[] {"millimeter", "inch", "feet", "meter", "micron"}) {
      assertThat(mesh(open(amf("unit='" + unit + "'", object("1", volume(""))))).triangleCount())
          .isEqualTo(12);
    }
    assertThatThrownBy(() -> open(amf("unit='parsec'", object("1", volume("")))))
        .isInstanceOf(FormatException.class)
        .hasMessage("part.amf, AMF, line 1: expected a unit of length, found \"parsec\"");
  }

  @Test
  void aConstellationPlacesItsObjectsAndWhatItLeavesStandsWhereItIs() throws Exception {
    OpenedFile file =
        open(
            amf(
                "",
                object("1", volume("")),
                object("2", volume("")),
                "<constellation id='9'>"
                    + instance("1", "<deltax>100</deltax>")
                    + instance("1", "<deltax>0</deltax><rz>90</rz>")
                    + "</constellation>"));
    assertThat(mesh(file).triangleCount()).isEqualTo(36);
    Box box = mesh(file).bounds().orElseThrow();
    assertThat(box.maxX()).isCloseTo(110, within(1e-4));
    assertThat(box.minX()).as("turned from x to y").isCloseTo(-10, within(1e-4));
    assertThat(box.minY()).isCloseTo(0, within(1e-4));
  }

  @Test
  void turnsAreAboutXThenYThenZAndMovesComeLast() throws Exception {
    OpenedFile file =
        open(
            amf(
                "",
                object("1", volume("")),
                "<constellation id='9'>"
                    + instance("1", "<deltaz>5</deltaz><rx>90</rx><rz>90</rz>")
                    + "</constellation>"));
    Box box = mesh(file).bounds().orElseThrow();
    // (x, y, z) -> (x, -z, y) -> (z, x, y) -> (z, x, y + 5)
    assertThat(box.minX()).isCloseTo(0, within(1e-4));
    assertThat(box.maxX()).isCloseTo(10, within(1e-4));
    assertThat(box.minY()).isCloseTo(0, within(1e-4));
    assertThat(box.minZ()).isCloseTo(5, within(1e-4));
    assertThat(box.maxZ()).isCloseTo(15, within(1e-4));
  }

  @Test
  void constellationsMayHoldConstellations() throws Exception {
    String inner = "<constellation id='8'>" + instance("1", "<deltay>20</deltay>").repeat(3);
    String outer = "<constellation id='9'>" + instance("8", "<deltax>20</deltax>").repeat(2);
    OpenedFile file =
        open(
            amf(
                "",
                object("1", volume("")),
                inner + "</constellation>",
                outer + "</constellation>"));
    assertThat(mesh(file).triangleCount()).isEqualTo(72);
  }

  @Test
  void volumesAreParts() throws Exception {
    OpenedFile file =
        open(
            amf(
                "",
                object(
                    "1",
                    "<metadata type='name'>gear</metadata>",
                    volume("<color><r>1</r><g>0.5</g><b>0</b></color>")
                        + volume("<metadata type='name'>hub</metadata>", "7")),
                "<material id='7'><color><r>0</r><g>0</g><b>1</b></color></material>"));
    assertThat(mesh(file).parts()).extracting(MeshPart::name).containsExactly("gear", "hub");
    assertThat(mesh(file).parts().get(0).colour()).hasValue(0xFF8000);
    assertThat(mesh(file).parts().get(1).colour()).hasValue(0x0000FF);
    assertThat(new Inspector().inspect(file, Progress.SILENT).mesh().orElseThrow().shells())
        .as("volumes do not share vertices")
        .isEqualTo(2);
  }

  @Test
  void aPackedOneIsReadAndFurtherOnesAreRemarked() throws Exception {
    byte[] text = amf("", object("1", volume(""))).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"first.amf", "second.AMF"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text);
        zip.closeEntry();
      }
    }
    OpenedFile file = open(bytes.toByteArray());
    assertThat(file.format().name()).isEqualTo("AMF, compressed");
    assertThat(new Inspector().inspect(file, Progress.SILENT).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCodes.PARTLY_READ);
              assertThat(finding.message())
                  .isEqualTo(
                      "the archive has 2 models, of which only the first, first.amf, is read");
            });
  }

  @Test
  void whatLiesIsRefusedInOneSentence() throws Exception {
    String[] lies = {
      amf("", object("1", "<volume><triangle><v1>8</v1><v2>1</v2><v3>2</v3></triangle></volume>")),
      amf("", object("1", "<volume><triangle><v1>-1</v1><v2>1</v2><v3>2</v3></triangle></volume>")),
      amf("", object("1", "<volume><triangle><v1>0</v1><v2>1</v2></triangle></volume>")),
      amf(
          "",
          object(
              "1",
              "<vertices><vertex><coordinates><x>NaN</x></coordinates></vertex>" + "</vertices>")),
      amf(
          "",
          object(
              "1",
              "<vertices><vertex><coordinates><x>1</x></coordinates></vertex>" + "</vertices>")),
      amf("", object("1", "<vertices><vertex/></vertices>")),
      amf("", object("1", volume("")), object("1", volume(""))),
      amf("", "<constellation id='1'>" + instance("1", "") + "</constellation>"),
      amf(
          "",
          object("1", volume("")),
          "<constellation id='2'>" + instance("3", "") + "</constellation>"),
      amf(
          "",
          object("1", volume("")),
          "<constellation id='2'>" + instance("1", "<deltax>1e39</deltax>") + "</constellation>"),
      amf("", ""),
      "<?xml version='1.0'?><!DOCTYPE amf [<!ENTITY a 'b'>]><amf>&a;</amf>",
      amf("", object("1", volume(""))).replace("</amf>", ""),
    };
    for (String lie : lies) {
      assertThatThrownBy(() -> open(lie))
          .as(lie)
          .isInstanceOf(FormatException.class)
          .hasMessageContaining(": expected ")
          .hasMessageContaining(", found ");
    }
  }

  @Test
  void constellationsThatMultiplyEachOtherAreRefusedBeforeTheMemoryIsFull() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      text.append("<constellation id='c").append(i).append("'>");
      String below = i == 0 ? "1" : "c" + (i - 1);
      text.append(instance(below, "").repeat(10)).append("</constellation>");
    }
    assertThatThrownBy(() -> open(amf("", object("1", volume("")), text.toString())))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("at most");
  }

  private static String amf(String attributes, String... content) {
    return "<?xml version='1.0'?><amf " + attributes + ">" + String.join("", content) + "</amf>";
  }

  private static String object(String id, String... content) {
    StringBuilder text = new StringBuilder("<object id='" + id + "'>");
    for (int i = 0; i < content.length - 1; i++) {
      text.append(content[i]);
    }
    text.append("<mesh><vertices>");
    float[] p = CUBE.positions();
    for (int i = 0; i < p.length; i += 3) {
      text.append("<vertex><coordinates><x>" + p[i] + "</x><y>" + p[i + 1] + "</y>");
      text.append("<z>" + p[i + 2] + "</z></coordinates></vertex>");
    }
    return text.append("</vertices>" + content[content.length - 1] + "</mesh></object>").toString();
  }

  private static String volume(String content) {
    return volume(content, "");
  }

  private static String volume(String content, String material) {
    StringBuilder text = new StringBuilder("<volume materialid='" + material + "'>" + content);
    int[] t = CUBE.triangles();
    for (int i = 0; i < t.length; i += 3) {
      text.append("<triangle><v1>" + t[i] + "</v1><v2>" + t[i + 1] + "</v2>");
      text.append("<v3>" + t[i + 2] + "</v3></triangle>");
    }
    return text.append("</volume>").toString();
  }

  private static String instance(String id, String content) {
    return "<instance objectid='" + id + "'>" + content + "</instance>";
  }

  private static Mesh mesh(OpenedFile file) {
    return ((ProductData.Model) file.data()).mesh();
  }

  private OpenedFile open(String text) throws FormatException, IOException {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private OpenedFile open(byte[] bytes) throws FormatException, IOException {
    Path file = Files.write(directory.resolve("part.amf"), bytes);
    return new ProductFiles().open(file, Progress.SILENT);
  }
}
