package touchmark.app.format.bgcode;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.app.format.FuzzedContent;

class GarbledBgcodeTest {
  @Test
  void garbledBytesAreReadOrRefusedInOneSentence() {
    assertThatCode(
            () -> FuzzedContent.garble(BgcodeFuzz.READER, BgcodeFuzz.NAME, BgcodeFuzz.specimens()))
        .doesNotThrowAnyException();
  }
}
