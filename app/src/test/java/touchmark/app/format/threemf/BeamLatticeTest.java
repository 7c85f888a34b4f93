package touchmark.app.format.threemf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductFiles;
import touchmark.app.inspect.FindingCodes;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.Inspector;
import touchmark.app.inspect.MeshFacts;
import touchmark.ledger.Progress;

class BeamLatticeTest {
  private static final String SPACES =
      "xmlns:b='"
          + BeamLattice.NAMESPACE
          + "' xmlns:k='"
          + BeamLattice.BALLS
          + "' requiredextensions='b'";

  @TempDir private Path directory;

  @Test
  void aBeamWithFlatEndsIsATubeOfTheCylindersVolume() throws Exception {
    MeshFacts facts = facts("radius='1' minlength='0.01' cap='butt'", "<b:beam v1='0' v2='1'/>");
    assertThat(facts.volume()).isCloseTo(Math.PI * 10, within(1e-4));
    assertThat(facts.openEdges()).isZero();
    assertThat(facts.nonManifoldEdges()).isZero();
    assertThat(facts.shells()).isEqualTo(1);
    assertThat(facts.bounds().orElseThrow().sizeX()).isCloseTo(10, within(1e-6));
  }

  @Test
  void roundEndsStandOutByTheRadius() throws Exception {
    MeshFacts facts = facts("radius='1' minlength='0.01'", "<b:beam v1='0' v2='1' r1='2'/>");
    assertThat(facts.bounds().orElseThrow().minX()).isCloseTo(-2, within(1e-6));
    assertThat(facts.bounds().orElseThrow().maxX())
        .as("the second radius is the first")
        .isCloseTo(12, within(1e-6));
  }

  @Test
  void beamsOfTwoRadiiAreCones() throws Exception {
    MeshFacts facts =
        facts("radius='1' minlength='0' cap='butt'", "<b:beam v1='0' v2='1' r1='2' r2='1'/>");
    assertThat(facts.volume()).isCloseTo(Math.PI * 10 * (4 + 2 + 1) / 3, within(1e-3));
  }

  @Test
  void ballsStandAtTheEndsOfBeams() throws Exception {
    String beams = "<b:beam v1='0' v2='1'/>";
    MeshFacts all =
        facts("radius='1' minlength='0' cap='butt' k:ballmode='all' k:ballradius='2'", beams);
    assertThat(all.shells()).isEqualTo(3);
    assertThat(all.bounds().orElseThrow().minX()).isCloseTo(-2, within(0.1));
    MeshFacts one =
        facts(
            "radius='1' minlength='0' cap='butt' k:ballmode='mixed' k:ballradius='2'",
            beams + "</b:beams><k:balls><k:ball vindex='1'/></k:balls><b:beams>");
    assertThat(one.shells()).isEqualTo(2);
  }

  @Test
  void beamsShorterThanTheLeastLengthAreLeftOut() throws Exception {
    assertThatThrownBy(() -> open("radius='1' minlength='11'", "<b:beam v1='0' v2='1'/>"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("at least one facet");
  }

  @Test
  void tubesAndCutsThatAreNotShownAreRemarked() throws Exception {
    Inspection inspection =
        inspect(
            open(
                "radius='1' minlength='0' clippingmode='inside' clippingmesh='9'",
                "<b:beam v1='0' v2='1'/>"));
    assertThat(inspection.findings())
        .filteredOn(finding -> finding.code().equals(FindingCodes.PARTLY_READ))
        .extracting(finding -> finding.message())
        .containsExactly(
            "a lattice of 1 beam is shown as tubes: where they meet they overlap, and volumes"
                + " count twice",
            "a mesh cuts the lattice (1 beam), which is shown uncut");
  }

  @Test
  void manyBeamsAreCoarserAndStillClosed() throws Exception {
    MeshFacts facts =
        facts("radius='1' minlength='0' cap='butt'", "<b:beam v1='0' v2='1'/>".repeat(20_100));
    assertThat(facts.triangles()).isEqualTo(20_100 * 8 * 4);
    assertThat(facts.volume()).isCloseTo(20_100 * Math.PI * 10, within(20.0));
  }

  @Test
  void beamsThatLieAreRefused() {
    for (String lie :
        new String[] {
          "<b:beam v1='0' v2='2'/>",
          "<b:beam v1='-1' v2='1'/>",
          "<b:beam v1='0'/>",
          "<b:beam v1='0' v2='1' r1='0'/>",
          "<b:beam v1='0' v2='1' r1='NaN'/>",
          "<b:beam v1='0' v2='1' cap1='pointed'/>",
          "</b:beams><k:balls><k:ball vindex='7' r='1'/></k:balls><b:beams>"
        }) {
      assertThatThrownBy(() -> open("radius='1' minlength='0'", lie))
          .as(lie)
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("3dmodel.model, line 1: expected ");
    }
    assertThatThrownBy(() -> open("minlength='0'", "<b:beam v1='0' v2='1'/>"))
        .hasMessageContaining("a radius above 0 as r1");
  }

  private MeshFacts facts(String attributes, String beams) throws Exception {
    return inspect(open(attributes, beams)).mesh().orElseThrow();
  }

  private static Inspection inspect(OpenedFile file) {
    return new Inspector().inspect(file, Progress.SILENT);
  }

  private OpenedFile open(String attributes, String beams) throws Exception {
    String object =
        "<object id='1' type='model'><mesh><vertices><vertex x='0' y='0' z='0'/>"
            + "<vertex x='10' y='0' z='0'/></vertices><triangles/><b:beamlattice "
            + attributes
            + "><b:beams>"
            + beams
            + "</b:beams></b:beamlattice></mesh></object>";
    Path file = directory.resolve("lattice.3mf");
    Files.write(file, new Packages().model(SPACES, object, "<item objectid='1'/>").zip());
    return new ProductFiles().open(file, Progress.SILENT);
  }
}
