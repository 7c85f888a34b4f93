package touchmark.ledger.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GarbledInputTest {
  private static final int TIMES = 2_000;

  @TempDir Path work;

  @Test
  void noReaderIsHurtByGarbledBytes() throws Exception {
    for (Map.Entry<String, Targets.Target> target : Targets.all(work).entrySet()) {
      assertThatCode(() -> Targets.readGarbled(target.getValue(), TIMES, 1))
          .as(target.getKey())
          .doesNotThrowAnyException();
    }
  }
}
