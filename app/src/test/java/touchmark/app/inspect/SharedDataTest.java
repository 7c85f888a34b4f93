package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductFiles;
import touchmark.app.mesh.Box;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Compares what is found in files of other projects with what other programs find. Where they
/// disagree, docs/inspection.md says whom we follow.
class SharedDataTest {
  private static final Pattern NUMBER = Pattern.compile("[-+.\\deE]+");

  @TempDir private Path directory;

  @Test
  void stlFilesMeasureAsTheManifestSays() throws Exception {
    assertThat(compareWithTheScript("mesh/stl")).isEqualTo(8);
  }

  @Test
  void objFilesMeasureAsTheManifestSays() throws Exception {
    assertThat(compareWithTheScript("mesh/obj")).isEqualTo(2);
  }

  @Test
  void plyFilesHaveTheVerticesAndFacesThatTheManifestSays() throws Exception {
    int compared = 0;
    for (String[] row : manifest()) {
      if (!row[3].equals("mesh/ply")) {
        continue;
      }
      String info = section(row[8], "assimp info: ");
      MeshFacts facts = facts(row[0]);
      assertThat(facts.triangles()).as(row[0]).isEqualTo((int) number(info, "Faces"));
      // corners with equal coordinates are one vertex here, and may be several in the file
      assertThat(facts.vertices()).as(row[0]).isLessThanOrEqualTo((int) number(info, "Vertices"));
      Box box = facts.bounds().orElseThrow();
      Matcher least = Pattern.compile("Minimum point=\\((\\S+) (\\S+) (\\S+)\\)").matcher(info);
      assertThat(least.find()).isTrue();
      assertThat(box.minX()).isCloseTo(Double.parseDouble(least.group(1)), within(1e-6));
      assertThat(box.minZ()).isCloseTo(Double.parseDouble(least.group(3)), within(1e-6));
      compared++;
    }
    assertThat(compared).isEqualTo(2);
  }

  private int compareWithTheScript(String kind) throws Exception {
    int compared = 0;
    for (String[] row : manifest()) {
      if (!row[3].startsWith(kind)) {
        continue;
      }
      String script = section(row[8], "script (exact-vertex welding): ");
      MeshFacts facts = facts(row[0]);
      assertThat(facts.triangles()).as(row[0]).isEqualTo((int) number(script, "triangles"));
      // the script welds OBJ in double precision; we keep single precision, as assimp does
      String welded = kind.equals("mesh/obj") ? section(row[8], "assimp info: ") : script;
      String vertices = kind.equals("mesh/obj") ? "Vertices" : "vertices";
      assertThat(facts.vertices()).as(row[0]).isEqualTo((int) number(welded, vertices));
      assertThat(facts.openEdges()).as(row[0]).isEqualTo((int) number(script, "open_edges"));
      assertThat(facts.nonManifoldEdges())
          .as(row[0])
          .isEqualTo((int) number(script, "edges_with_3+_faces"));
      assertThat(facts.shells()).as(row[0]).isEqualTo((int) number(script, "shells"));
      assertThat(facts.internalVoids())
          .as(row[0])
          .hasSize((int) number(script, "enclosed_negative_shells(cavities)"));
      double volume = number(script, "signed_volume");
      assertThat(facts.volume()).as(row[0]).isCloseTo(volume, within(1e-6 * Math.abs(volume)));
      compareBox(
          row[0], facts.bounds().orElseThrow(), numbers(script, "min"), numbers(script, "max"));
      compared++;
    }
    return compared;
  }

  @Test
  void threeMfFilesOfOneItemMeasureAsTheManifestSays() throws Exception {
    int compared = 0;
    for (String[] row : manifest()) {
      boolean oneItem = row[8].contains(" components=0 build_items=1 beams=0");
      if (!row[3].endsWith("/3mf") || !oneItem || row[0].startsWith("malformed/")) {
        continue;
      }
      Optional<MeshFacts> read = inspect(row[0]).mesh();
      if (row[8].contains("refuses the file") || read.isEmpty()) {
        continue;
      }
      MeshFacts facts = read.get();
      assertThat(facts.triangles()).as(row[0]).isEqualTo((int) number(row[8], "triangles"));
      String slicer = section(row[8], "prusa-slicer --info: ");
      assertThat(facts.shells()).as(row[0]).isEqualTo((int) number(slicer, "number_of_parts"));
      assertThat(facts.openEdges()).as(row[0]).isZero();
      double volume = number(slicer, "volume");
      assertThat(facts.volume()).as(row[0]).isCloseTo(volume, within(1e-4 * volume));
      // The slicer does not place the item, but its size is the same.
      Box box = facts.bounds().orElseThrow();
      assertThat(box.sizeX())
          .as(row[0])
          .isCloseTo(number(slicer, "max_x") - number(slicer, "min_x"), within(1e-3));
      assertThat(box.sizeZ())
          .as(row[0])
          .isCloseTo(number(slicer, "max_z") - number(slicer, "min_z"), within(1e-3));
      compared++;
    }
    assertThat(compared).isEqualTo(4);
  }

  @Test
  void amfFilesMeasureAsTheManifestSays() throws Exception {
    for (String[] row : manifest()) {
      if (!row[3].equals("mesh/amf")) {
        continue;
      }
      MeshFacts facts = inspect(row[0]).mesh().orElseThrow();
      // test8 is placed twice by its constellation, which the slicer leaves aside
      int times = row[0].endsWith("test8.amf") ? 2 : 1;
      assertThat(facts.triangles())
          .as(row[0])
          .isEqualTo(times * (int) number(slicer(row), "number_of_facets"));
      assertThat(facts.shells())
          .as(row[0])
          .isEqualTo(times * (int) number(slicer(row), "number_of_parts"));
      double volume = times * number(slicer(row), "volume");
      assertThat(facts.volume()).as(row[0]).isCloseTo(volume, within(1e-4 * volume));
    }
    assertThat(facts("mesh/20mmbox.amf").bounds().orElseThrow().minX())
        .as("where the constellation puts it, as assimp does")
        .isCloseTo(57.5, within(1e-6));
  }

  @Test
  void beamsAreShownAndEncryptedContentIsCalledSo() throws Exception {
    manifest();
    MeshFacts lattice = facts("mesh/variable voronoi.3mf");
    assertThat(lattice.shells()).isEqualTo(1_291);
    assertThat(lattice.openEdges()).isZero();
    assertThat(inspect("mesh/keystore_encrypted.3mf").findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCodes.ENCRYPTED));
  }

  @Test
  void componentsAndCentimetresAreCountedAndMeasured() throws Exception {
    assertThat(facts("mesh/multiprop-translucent.3mf").volume()).isCloseTo(1000, within(1e-6));
    assertThat(facts("mesh/cube_gears_prod.3mf").triangles()).isEqualTo(25_692);
    assertThat(facts("mesh/cube_gears_prod.3mf").shells()).isEqualTo(17);
  }

  @Test
  void everyFileOfTheManifestHasTheFingerprintThatItStates() throws Exception {
    for (String[] row : manifest()) {
      assertThat(new ProductFiles().fingerprint(file(row[0]), Progress.SILENT).hex())
          .as(row[0])
          .isEqualTo(row[2]);
    }
  }

  @Test
  void everyFileIsReadOrRefusedInOneSentence() throws Exception {
    for (String[] row : manifest()) {
      try {
        OpenedFile file = new ProductFiles().open(file(row[0]), Progress.SILENT);
        assertThat(file.fingerprint().hex()).as(row[0]).isEqualTo(row[2]);
        if (row[0].startsWith("config/")) {
          assertThat(file.format().dataType()).as(row[0]).isEqualTo(DataType.CONFIGURATION);
        }
        new Inspector().inspect(file, Progress.SILENT);
      } catch (FormatException e) {
        assertThat(row[0]).startsWith("malformed/");
        assertThat(e.getMessage())
            .startsWith(file(row[0]).getFileName() + ", ")
            .contains(": expected ", ", found ")
            .doesNotContain("\n");
      }
    }
  }

  private static String slicer(String[] row) {
    return section(row[8], "prusa-slicer --info: ");
  }

  private List<String[]> manifest() throws IOException {
    Path manifest = shared().resolve("MANIFEST.tsv");
    if (!Files.isRegularFile(manifest)) {
      Assumptions.abort("the shared sample data is not on this machine: nothing compared");
    }
    try (Stream<String> lines = Files.lines(manifest)) {
      return lines.skip(1).map(line -> line.split("\t", -1)).toList();
    }
  }

  private static Path shared() {
    return Path.of(System.getProperty("touchmark.shared", "shared"), "data");
  }

  private static Path file(String path) {
    return shared().resolve(path);
  }

  private MeshFacts facts(String path) throws Exception {
    manifest();
    return inspect(path).mesh().orElseThrow();
  }

  private Inspection inspect(String path) throws Exception {
    OpenedFile file = new ProductFiles().open(unpacked(path), Progress.SILENT);
    return new Inspector().inspect(file, Progress.SILENT);
  }

  private Path unpacked(String path) throws IOException {
    if (!path.endsWith(".gz")) {
      return file(path);
    }
    Path plain = directory.resolve("unpacked.stl");
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(file(path)))) {
      Files.copy(packed, plain, StandardCopyOption.REPLACE_EXISTING);
    }
    return plain;
  }

  private static String section(String truth, String title) {
    int start = truth.indexOf(title);
    assertThat(start).as(title).isNotNegative();
    int end = truth.indexOf(" | ", start);
    return truth.substring(start + title.length(), end < 0 ? truth.length() : end);
  }

  private static double number(String facts, String key) {
    return numbers(facts, key)[0];
  }

  /// The numbers that follow `key=`, in brackets or not.
  private static double[] numbers(String facts, String key) {
    int start = facts.indexOf(" " + key + "=");
    if (start < 0 && facts.startsWith(key + "=")) {
      start = -1;
    } else {
      assertThat(start).as(key + " in " + facts).isNotNegative();
    }
    String rest = facts.substring(start + key.length() + 2);
    boolean list = rest.startsWith("[");
    String value = rest.substring(0, list ? rest.indexOf(']') : (rest + " ").indexOf(' '));
    Matcher matcher = NUMBER.matcher(value);
    Stream.Builder<Double> found = Stream.builder();
    while (matcher.find()) {
      found.add(Double.parseDouble(matcher.group()));
    }
    return found.build().mapToDouble(Double::doubleValue).toArray();
  }

  private static void compareBox(String name, Box box, double[] min, double[] max) {
    double[] ours = {box.minX(), box.minY(), box.minZ(), box.maxX(), box.maxY(), box.maxZ()};
    for (int i = 0; i < 6; i++) {
      double theirs = i < 3 ? min[i] : max[i - 3];
      assertThat(ours[i]).as(name).isCloseTo(theirs, within(1e-5 * Math.max(1, Math.abs(theirs))));
    }
  }
}
