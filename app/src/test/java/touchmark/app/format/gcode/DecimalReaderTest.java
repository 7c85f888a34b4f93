package touchmark.app.format.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DecimalReaderTest {
  private final DecimalReader reader = new DecimalReader();

  @Property
  void everyDecimalIsTheDoubleThatJavaReads(@ForAll("decimals") String text) {
    byte[] bytes = ("X" + text + " Y").getBytes(StandardCharsets.US_ASCII);

    double value = reader.read(bytes, 1, bytes.length);

    assertThat(reader.found()).isTrue();
    assertThat(reader.end()).isEqualTo(1 + text.length());
    assertThat(value).isEqualTo(Double.parseDouble(text));
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> digits = Arbitraries.strings().withCharRange('0', '9').ofMaxLength(25);
    return Combinators.combine(
            Arbitraries.of("", "-", "+"), digits, Arbitraries.of("", "."), digits)
        .as((sign, whole, point, part) -> sign + whole + point + part)
        .filter(text -> text.chars().anyMatch(Character::isDigit));
  }

  @Test
  void aLetterWithoutANumberIsNoNumber() {
    for (String text : new String[] {"", "-", ".", "+.", "X", " ", "e5"}) {
      reader.read(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
      assertThat(reader.found()).as(text).isFalse();
      assertThat(reader.end()).isZero();
    }
  }

  @Test
  void theExtruderAxisIsNotAnExponent() {
    reader.read("1E5".getBytes(StandardCharsets.US_ASCII), 0, 3);
    assertThat(reader.end()).isEqualTo(1);
  }
}
