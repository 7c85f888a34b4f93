package touchmark.app.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GarbledPackageTest {
  private static final int TIMES = 10_000;

  @Test
  void noReaderOfAPackageIsHurtByGarbledBytes() throws Exception {
    List<byte[]> specimens = PackageFuzz.specimens();
    Random random = new Random(1);
    for (int i = 0; i < TIMES; i++) {
      byte[] garbled = specimens.get(i % specimens.size()).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        garbled[1 + random.nextInt(garbled.length - 1)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> PackageFuzz.fuzzerTestOneInput(garbled))
          .as("input %d", i)
          .doesNotThrowAnyException();
    }
  }
}
