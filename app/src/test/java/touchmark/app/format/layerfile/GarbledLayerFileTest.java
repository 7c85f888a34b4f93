package touchmark.app.format.layerfile;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.app.format.FuzzedContent;

class GarbledLayerFileTest {
  @Test
  void garbledBytesAreReadOrRefusedInOneSentence() {
    assertThatCode(
            () ->
                FuzzedContent.garble(
                    LayerFileFuzz.READER, LayerFileFuzz.NAME, LayerFileFuzz.specimens()))
        .doesNotThrowAnyException();
  }
}
