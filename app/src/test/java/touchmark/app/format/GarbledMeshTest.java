package touchmark.app.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GarbledMeshTest {
  private static final int TIMES = 5_000;
  private static final int CUTS = 400;

  static List<MeshSpecimens.Kind> kinds() {
    return MeshSpecimens.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noReaderIsHurtByGarbledBytes(MeshSpecimens.Kind kind) {
    Random random = new Random(1);
    for (int i = 0; i < TIMES; i++) {
      byte[] garbled = kind.specimens().get(i % kind.specimens().size()).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> kind.run().accept(garbled))
          .as("%s, input %d", kind, i)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noReaderIsHurtByAFileThatWasCutShort(MeshSpecimens.Kind kind) {
    for (byte[] whole : kind.specimens()) {
      int step = Math.max(1, whole.length / CUTS);
      for (int length = 0; length < whole.length; length += step) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatCode(() -> kind.run().accept(cut))
            .as("%s, %d bytes", kind, length)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void everySpecimenIsWhole() {
    assertThat(kinds()).hasSize(5);
    for (MeshSpecimens.Kind kind : kinds()) {
      assertThat(kind.specimens()).isNotEmpty();
      kind.specimens().forEach(kind.run());
    }
  }
}
