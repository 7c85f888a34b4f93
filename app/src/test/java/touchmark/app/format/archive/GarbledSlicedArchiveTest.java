package touchmark.app.format.archive;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.app.format.FuzzedContent;

class GarbledSlicedArchiveTest {
  @Test
  void garbledBytesAreReadOrRefusedInOneSentence() {
    assertThatCode(
            () ->
                FuzzedContent.garble(
                    SlicedArchiveFuzz.READER,
                    SlicedArchiveFuzz.NAME,
                    SlicedArchiveFuzz.specimens()))
        .doesNotThrowAnyException();
  }
}
