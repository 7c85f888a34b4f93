package touchmark.app.format.threemf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.ProductFiles;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Solids;
import touchmark.app.slices.Slice;
import touchmark.app.slices.SliceLine;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;

class SliceStacksTest {
  private static final String SLICES = "xmlns:s='" + SliceStacks.NAMESPACE + "'";
  private static final String SQUARE =
      "<s:vertices><s:vertex x='0' y='0'/><s:vertex x='2' y='0'/><s:vertex x='2' y='1'/>"
          + "</s:vertices><s:polygon startv='0'><s:segment v2='1'/><s:segment v2='2'/>"
          + "<s:segment v2='0'/></s:polygon><s:polygon startv='0'><s:segment v2='1'/></s:polygon>";
  private static final String STACK =
      "<s:slicestack id='7' zbottom='1'><s:slice ztop='1.5'>"
          + SQUARE
          + "</s:slice><s:slice ztop='2'>"
          + SQUARE
          + "</s:slice></s:slicestack>";

  @TempDir private Path directory;

  private static String object(String attributes) {
    return Packages.object("1", attributes, new Solids().cube(0, 0, 0, 1).mesh());
  }

  private OpenedFile open(String resources) throws IOException, FormatException {
    byte[] zip =
        new Packages()
            .model(SLICES, resources, "<item objectid='1' transform='1 0 0 0 1 0 0 0 1 10 20 30'/>")
            .zip();
    return new ProductFiles()
        .open(Files.write(directory.resolve("part.3mf"), zip), Progress.SILENT);
  }

  @Test
  void slicesOfTheWholeBuildAreWhatIsPrinted() throws Exception {
    OpenedFile file = open(STACK + object("s:slicestackid='7'"));
    Slices slices = ((ProductData.Layered) file.data()).slices();
    assertThat(slices.layers()).extracting(Slice::top).containsExactly(31.5, 32.0);
    assertThat(slices.layers()).extracting(Slice::thickness).containsExactly(0.5, 0.5);
    assertThat(slices.bounds()).contains(new Box(10, 20, 31.5, 12, 21, 32));
    assertThat(slices.layers().getFirst().lines())
        .extracting(SliceLine::kind)
        .containsExactly(SliceLine.Kind.OUTER_CONTOUR, SliceLine.Kind.OPEN_LINE);
    assertThat(slices.said()).containsEntry(Slices.MESH_BESIDE, "12");
  }

  @Test
  void anObjectWithoutSlicesIsPrintedAsItsMesh() throws Exception {
    assertThat(open(STACK + object("")).data()).isInstanceOf(ProductData.Model.class);
  }

  @Test
  void slicesThatLieAreRefused() {
    refuses(object("s:slicestackid='8'") + STACK, "a stack of slices \"8\"");
    refuses(
        STACK.replace("v2='2'", "v2='3'") + object("s:slicestackid='7'"), "a vertex below 3 as v2");
    refuses(STACK + STACK + object("s:slicestackid='7'"), "each stack id once");
    refuses(
        "<s:slicestack id='7'><s:sliceref slicestackid='1' slicepath='/2D/none.model'/>"
            + "</s:slicestack>"
            + object("s:slicestackid='7'"),
        "a part with slices");
    refuses("<s:slice ztop='1'/>" + object("s:slicestackid='7'"), "slices in a stack");
    refuses("<s:segment v2='1'/>" + object("s:slicestackid='7'"), "a segment in a polygon");
  }

  private void refuses(String resources, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> open(resources))
        .withMessageStartingWith("part.3mf, ")
        .withMessageContaining(": expected " + expected);
  }
}
