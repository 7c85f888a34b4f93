package touchmark.app.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.app.toolpath.Feature;

class RasterizerTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 160;

  /// 10 mm, seen from the front over 16 mm of 160 pixels.
  private static final Camera FRONT =
      new Camera(new Vector(5, 5, 5), 0, 0, 16, Projection.PARALLEL);

  private static final Mesh CUBE = new Solids().box(0, 0, 0, 10, 10, 10).mesh();

  private final Rasterizer rasterizer = new Rasterizer(2);

  @Test
  void aCubeFromTheFrontCoversExactlyItsPixels() {
    Picture picture = draw(bare(new Subject.Solid(CUBE)), FRONT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside = x >= 50 && x < 150 && y >= 30 && y < 130;
        assertThat(picture.item(x, y).isPresent()).as("pixel %d, %d", x, y).isEqualTo(inside);
      }
    }
  }

  @Test
  void theFacetUnderAPixelIsTheNearestOne() {
    Picture picture = draw(bare(new Subject.Solid(CUBE)), FRONT);
    // Facets 4 and 5 are the front of the cube.
    assertThat(picture.item(120, 120)).isEqualTo(OptionalInt.of(4));
    assertThat(picture.item(80, 60)).isEqualTo(OptionalInt.of(5));
    assertThat(picture.item(10, 10)).isEmpty();
  }

  @Test
  void neighbouringFacetsLeaveNoHoleBetweenThem() {
    Mesh sphere = new Solids().sphere(5, 5, 5, 5, 60, false).mesh();
    Picture picture = draw(bare(new Subject.Solid(sphere)), FRONT.orbit(17, 33));
    int covered = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double off = Math.hypot(x + 0.5 - 100, y + 0.5 - 80);
        if (off < 49.5) {
          assertThat(picture.item(x, y)).as("pixel %d, %d", x, y).isPresent();
          covered++;
        }
      }
    }
    assertThat((double) covered).isCloseTo(Math.PI * 49.5 * 49.5, within(60.0));
  }

  @Test
  void whatIsBehindTheEyeIsCutAwayAndTheRestStays() {
    // The eye stands inside a long box and looks along it: it fills the picture.
    Mesh tunnel = new Solids().box(-5, -1000, -5, 10, 2000, 10).mesh();
    Camera inside = new Camera(new Vector(0, 0, 0), 0, 0, 10, Projection.PERSPECTIVE);
    Picture picture = draw(bare(new Subject.Solid(tunnel)), inside);
    assertThat(count(picture, true)).isEqualTo(WIDTH * HEIGHT);
  }

  @Test
  void aVoidShowsThroughTheWallsOnlyWhenAskedFor() {
    Solids solids = new Solids().box(0, 0, 0, 10, 10, 10);
    int wall = solids.facets();
    Mesh mesh = solids.sphere(5, 5, 5, 2, 12, true).mesh();
    List<Highlight> marks = List.of(new Highlight(solids.since(wall), Tone.BAD));
    Picture plain = draw(bare(new Subject.Solid(mesh)), FRONT);
    Picture hidden = draw(bare(new Subject.Solid(mesh).with(marks, false)), FRONT);
    Picture shown = draw(bare(new Subject.Solid(mesh).with(marks, true)), FRONT);
    assertThat(hidden.pixels()).isEqualTo(plain.pixels());
    assertThat(red(shown.pixel(100, 80))).isGreaterThan(green(shown.pixel(100, 80)) + 40);
    assertThat(shown.pixel(60, 40)).isEqualTo(plain.pixel(60, 40));
    // A disc of 20 pixels' radius.
    assertThat((double) differing(plain, shown)).isCloseTo(Math.PI * 400, within(150.0));
  }

  @Test
  void aSectionShowsTheFlatOfTheCutAndTheVoidInIt() {
    Mesh mesh = new Solids().box(0, 0, 0, 10, 10, 10).sphere(5, 5, 5, 2, 12, true).mesh();
    Camera above = FRONT.look(StandardView.TOP);
    Picture cut = draw(bare(new Subject.Solid(mesh).cutAt(OptionalDouble.of(5))), above);
    assertThat(cut.pixel(60, 40)).isEqualTo(Palette.LIGHT.cut());
    assertThat(cut.pixel(100, 80)).isNotEqualTo(Palette.LIGHT.cut());
    assertThat(cut.item(100, 80).orElseThrow()).isGreaterThanOrEqualTo(12);
  }

  @Test
  void theSamePictureComesFromAnyNumberOfThreads() {
    Mesh mesh = new Solids().box(0, 0, 0, 10, 10, 10).sphere(5, 5, 9, 4, 80, false).mesh();
    Scene scene = Scene.onBed(new Subject.Solid(mesh), Palette.LIGHT);
    Camera camera = Camera.onto(mesh.bounds().orElseThrow(), StandardView.ISO, 1.25);
    int[] one = new Rasterizer(1).draw(scene, camera, WIDTH, HEIGHT, Detail.RESTING).pixels();
    for (int threads = 2; threads <= 5; threads++) {
      assertThat(
              new Rasterizer(threads).draw(scene, camera, WIDTH, HEIGHT, Detail.RESTING).pixels())
          .isEqualTo(one);
    }
  }

  @Test
  void anEarlierPictureLeavesNothingBehind() {
    Scene scene = bare(new Subject.Solid(CUBE));
    Picture first = draw(scene, FRONT);
    draw(scene, FRONT.orbit(40, 20).zoom(0.3));
    assertThat(draw(scene, FRONT).pixels()).isEqualTo(first.pixels());
  }

  @Test
  void aPartKeepsTheColourThatItsFileStates() {
    Mesh red =
        new Mesh(
            CUBE.positions(),
            CUBE.triangles(),
            LengthUnit.MILLIMETRE,
            List.of(new MeshPart("red", 0, 12, OptionalInt.of(0xff0000))));
    int pixel = draw(bare(new Subject.Solid(red)), FRONT).pixel(90, 60);
    assertThat(red(pixel)).isGreaterThan(150);
    assertThat(green(pixel)).isZero();
  }

  @Test
  void atRestTheRimIsSmoothAndTheInsideTheSame() {
    Scene scene = bare(new Subject.Solid(new Solids().sphere(5, 5, 5, 5, 40, false).mesh()));
    Picture moving = draw(scene, FRONT);
    Picture resting = rasterizer.draw(scene, FRONT, WIDTH, HEIGHT, Detail.RESTING);
    assertThat(colours(resting)).isGreaterThan(colours(moving));
    assertThat(resting.pixel(2, 2)).isEqualTo(moving.pixel(2, 2));
  }

  @Test
  void aPictureWithoutBackgroundIsEmptyAroundThePart() {
    Picture picture =
        draw(new Scene(new Subject.Solid(CUBE), Optional.empty(), Palette.LIGHT.cutOut()), FRONT);
    assertThat(picture.pixel(2, 2)).isZero();
    assertThat(picture.pixel(100, 80) >>> 24).isEqualTo(255);
  }

  @Test
  void thePlateLiesUnderThePartAndNotOverIt() {
    Scene scene = Scene.onBed(new Subject.Solid(CUBE), Palette.LIGHT);
    Camera camera = Camera.onto(new Box(0, 0, 0, 10, 10, 10), StandardView.ISO, 1.25);
    Picture without = draw(bare(new Subject.Solid(CUBE)), camera);
    Picture with = draw(scene, camera);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (with.item(x, y).isPresent()) {
          assertThat(with.pixel(x, y)).isEqualTo(without.pixel(x, y));
        }
      }
    }
    assertThat(differing(without, with)).isGreaterThan(WIDTH * HEIGHT / 4);
  }

  @Test
  void aBedGrowsWithThePartAndKeepsItsGridReadable() {
    Bed usual = Bed.under(new Box(0, 0, 3, 50, 40, 20), LengthUnit.MILLIMETRE);
    assertThat(usual.width()).isEqualTo(220);
    assertThat(usual.step()).isEqualTo(10);
    assertThat(usual.z()).isEqualTo(3);
    Bed large = Bed.under(new Box(0, 0, 0, 5000, 40, 20), LengthUnit.MILLIMETRE);
    assertThat(large.width()).isGreaterThan(5000);
    assertThat(large.width() / large.step()).isLessThanOrEqualTo(70);
    Bed inches = Bed.under(new Box(0, 0, 0, 2, 2, 2), LengthUnit.INCH);
    assertThat(inches.width()).isCloseTo(220 / 25.4, within(1e-9));
  }

  @Test
  void movesAreDrawnInTheColourOfTheirFeatureUpToTheChosenLayer() {
    Moves tower = Moves.tower(50);
    Scene scene = bare(new Subject.Sliced(tower));
    Camera above = Camera.onto(tower.bounds().orElseThrow(), StandardView.TOP, 1.25);
    Picture whole = draw(scene, above);
    assertThat(tower.feature(whole.item(100, 80).orElseThrow())).isEqualTo(Feature.TOP_SURFACE);
    Picture lower = draw(bare(new Subject.Sliced(tower).with(new LayerRange(0, 48))), above);
    assertThat(features(lower, tower)).contains(Feature.INFILL).doesNotContain(Feature.TOP_SURFACE);
    Picture wallsOnly =
        draw(
            bare(
                new Subject.Sliced(tower)
                    .without(Set.of(Feature.TRAVEL, Feature.TOP_SURFACE, Feature.INFILL))),
            above);
    assertThat(features(wallsOnly, tower)).containsOnly(Feature.OUTER_WALL, Feature.INNER_WALL);
  }

  @Test
  void movesAfterTheLastOneAreNotDrawn() {
    Moves tower = Moves.tower(1);
    Subject.Sliced whole = new Subject.Sliced(tower);
    Subject.Sliced begun = new Subject.Sliced(tower, whole.layers(), 3, whole.hidden());
    Camera above = Camera.onto(tower.bounds().orElseThrow(), StandardView.TOP, 1.25);
    Picture picture = draw(bare(begun), above);
    assertThat(items(picture)).allMatch(move -> move < 3).contains(1, 2);
  }

  @Test
  void anUnwantedPictureIsGivenUp() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            rasterizer.draw(
                bare(new Subject.Solid(CUBE)),
                FRONT,
                WIDTH,
                HEIGHT,
                Detail.RESTING,
                () -> asked.incrementAndGet() > 3))
        .isEmpty();
  }

  @Test
  void aSubjectWithoutAnythingGivesTheBackground() {
    Mesh nothing = new Mesh(new float[0], new int[0], LengthUnit.MILLIMETRE, List.of());
    Picture picture = draw(Scene.onBed(new Subject.Solid(nothing), Palette.DARK), FRONT);
    assertThat(count(picture, true)).isZero();
  }

  @Test
  void aPictureThatCannotBeHeldIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                rasterizer.draw(
                    bare(new Subject.Solid(CUBE)), FRONT, 100_000, 100_000, Detail.MOVING));
  }

  @Test
  void aPictureIsWrittenAsPng(@TempDir Path directory) throws Exception {
    Picture picture = draw(bare(new Subject.Solid(CUBE)), FRONT);
    Path file = directory.resolve("cube.png");
    picture.writePng(file);
    var read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(WIDTH);
    assertThat(read.getRGB(100, 80)).isEqualTo(picture.pixel(100, 80));
  }

  private Picture draw(Scene scene, Camera camera) {
    return rasterizer.draw(scene, camera, WIDTH, HEIGHT, Detail.MOVING);
  }

  private static Scene bare(Subject subject) {
    return new Scene(subject, Optional.empty(), Palette.LIGHT);
  }

  private static long count(Picture picture, boolean covered) {
    long count = 0;
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      if (picture.item(i % picture.width(), i / picture.width()).isPresent() == covered) {
        count++;
      }
    }
    return count;
  }

  private static List<Integer> items(Picture picture) {
    return java.util.stream.IntStream.range(0, picture.width() * picture.height())
        .mapToObj(i -> picture.item(i % picture.width(), i / picture.width()))
        .filter(OptionalInt::isPresent)
        .map(OptionalInt::getAsInt)
        .distinct()
        .toList();
  }

  private static List<Feature> features(Picture picture, Moves moves) {
    return items(picture).stream().map(moves::feature).distinct().toList();
  }

  private static int differing(Picture a, Picture b) {
    int count = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      count += a.pixels()[i] == b.pixels()[i] ? 0 : 1;
    }
    return count;
  }

  private static long colours(Picture picture) {
    return Arrays.stream(picture.pixels()).distinct().count();
  }

  private static int red(int pixel) {
    return pixel >> 16 & 255;
  }

  private static int green(int pixel) {
    return pixel >> 8 & 255;
  }
}
