package touchmark.app.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import touchmark.ledger.fuzz.Targets;

class GarbledPackageTest {
  @Test
  void noReaderOfAPackageIsHurtByGarbledBytes() {
    assertThatCode(() -> Targets.readGarbled(PackageFuzz.target(), 10_000, 1))
        .doesNotThrowAnyException();
  }
}
