package touchmark.app.format.gcode;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.app.format.FuzzedContent;

class GarbledGcodeTest {
  @Test
  void garbledBytesAreReadOrRefusedInOneSentence() {
    assertThatCode(
            () -> FuzzedContent.garble(GcodeFuzz.READER, GcodeFuzz.NAME, GcodeFuzz.specimens()))
        .doesNotThrowAnyException();
  }
}
