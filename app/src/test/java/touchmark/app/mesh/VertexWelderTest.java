package touchmark.app.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class VertexWelderTest {
  @Property(tries = 200)
  void equalCornersBecomeOneVertexInTheOrderOfFirstAppearance(
      @ForAll("corners") List<List<Float>> corners) {
    VertexWelder welder = new VertexWelder(1);
    Map<List<Float>, Integer> model = new HashMap<>();
    for (List<Float> corner : corners) {
      List<Float> plain = corner.stream().map(value -> value == 0 ? 0f : value).toList();
      int expected = model.computeIfAbsent(plain, unused -> model.size());
      assertThat(welder.add(corner.get(0), corner.get(1), corner.get(2))).isEqualTo(expected);
    }
    assertThat(welder.positions()).hasSize(3 * model.size());
    model.forEach(
        (corner, vertex) -> {
          for (int axis = 0; axis < 3; axis++) {
            assertThat(welder.positions()[3 * vertex + axis]).isEqualTo(corner.get(axis));
          }
        });
  }

  @Provide
  Arbitrary<List<List<Float>>> corners() {
    Arbitrary<Float> coordinate =
        Arbitraries.of(0f, -0f, 1f, -1f, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f, 1e-20f, 3f);
    return coordinate.list().ofSize(3).list().ofMaxSize(400);
  }

  @Test
  void aHundredThousandCornersOfAGridKeepTheirPlaces() {
    VertexWelder welder = new VertexWelder(8);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100_000; i++) {
        assertThat(welder.add(i % 100, i / 100 % 100, i / 10_000)).isEqualTo(i);
      }
    }
  }
}
