package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GarbledSignatureTest {
  private static final int TIMES = 2_000;

  @Test
  void noReaderOfSignaturesIsHurtByGarbledBytes() throws Exception {
    List<byte[]> specimens = SignatureFuzz.specimens();
    Random random = new Random(1);
    for (int i = 0; i < TIMES; i++) {
      byte[] garbled = specimens.get(i % specimens.size()).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> SignatureFuzz.fuzzerTestOneInput(garbled))
          .as("input %d", i)
          .doesNotThrowAnyException();
    }
  }
}
