package touchmark.app.format.gzip;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.app.format.FuzzedContent;

class GarbledGzipTest {
  @Test
  void garbledBytesAreReadOrRefusedInOneSentence() {
    assertThatCode(() -> FuzzedContent.garble(GzipFuzz.READER, GzipFuzz.NAME, GzipFuzz.specimens()))
        .doesNotThrowAnyException();
  }
}
