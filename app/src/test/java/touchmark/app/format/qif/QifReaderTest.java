package touchmark.app.format.qif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FileText;
import touchmark.app.format.FormatException;
import touchmark.app.format.ProductData;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;

class QifReaderTest {
  @Test
  void aMeasuredDiameterHasItsNominalItsLimitsItsDeviationAndItsState() throws Exception {
    Measured.Results results = read(QifSpecimen.WHOLE);
    Characteristic diameter = results.characteristics().getFirst();

    assertThat(results.products()).containsExactly("Bracket");
    assertThat(results.features()).isEqualTo(1);
    assertThat(diameter.run()).isEqualTo("SN 7");
    assertThat(diameter.name()).isEqualTo("bore");
    assertThat(diameter.kind()).isEqualTo("Diameter");
    assertThat(diameter.nominal()).hasValue(10);
    assertThat(diameter.lower().orElseThrow()).isCloseTo(9.6, within(1e-12));
    assertThat(diameter.upper().orElseThrow()).isCloseTo(10.4, within(1e-12));
    assertThat(diameter.value()).hasValue(10.5);
    assertThat(diameter.deviation()).hasValue(0.5);
    assertThat(diameter.passed()).contains(true);
    assertThat(diameter.unit()).isEqualTo("mm");
    assertThat(diameter.isContradicted()).isTrue();
    assertThat(diameter.excess()).isCloseTo(0.125, within(1e-9));
  }

  @Test
  void limitsMayStandAsSuch() throws Exception {
    Characteristic one =
        first(
            QifSpecimen.WHOLE
                .replace("<MaxValue>0.4", "<MaxValue>10.6")
                .replace("<MinValue>-0.4", "<MinValue>9.6")
                .replace("<DefinedAsLimit>false", "<DefinedAsLimit>true"));
    assertThat(one.upper()).hasValue(10.6);
    assertThat(one.isOutside()).isFalse();
  }

  @Test
  void aPositionHasOnlyALargestValueWhichGrowsAtMaximumMaterial() throws Exception {
    String text =
        QifSpecimen.WHOLE
            .replace("DiameterChar", "PositionChar")
            .replaceAll(
                "<Tolerance>.*</Tolerance>",
                "<ToleranceValue>1</ToleranceValue><MaterialCondition>MAXIMUM</MaterialCondition>");
    Characteristic one = first(text);
    assertThat(one.lower()).isEmpty();
    assertThat(one.upper()).hasValue(1);
    assertThat(one.isOutside()).isTrue();
    assertThat(one.isContradicted()).isFalse();
    assertThat(first(text.replace("MAXIMUM", "REGARDLESS")).isContradicted()).isTrue();
  }

  @Test
  void aPointsProfileDeviatesToBothSidesUnlessTheDispositionSaysOtherwise() throws Exception {
    String text =
        QifSpecimen.WHOLE
            .replace("DiameterChar", "PointProfileChar")
            .replaceAll("<Tolerance>.*</Tolerance>", "<ToleranceValue>1.5</ToleranceValue>@");
    Characteristic even = first(text.replace("@", ""));
    Characteristic uneven = first(text.replace("@", "<OuterDisposition>1</OuterDisposition>"));
    assertThat(List.of(even.lower().orElseThrow(), even.upper().orElseThrow()))
        .containsExactly(-0.75, 0.75);
    assertThat(List.of(uneven.lower().orElseThrow(), uneven.upper().orElseThrow()))
        .containsExactly(-0.5, 1.0);
  }

  @Test
  void whatIsOnlyPlannedHasNoValue() throws Exception {
    Characteristic one = first(QifSpecimen.WHOLE.replaceAll("<Results>.*</Results>", ""));
    assertThat(one.name()).isEqualTo("bore");
    assertThat(one.run()).isEmpty();
    assertThat(one.value()).isEmpty();
    assertThat(one.passed()).isEmpty();
  }

  @Test
  void statesBesidesPassAndFailAreNeither() throws Exception {
    assertThat(first(QifSpecimen.WHOLE.replace(">PASS<", ">BASIC_OR_TED<")).passed())
        .isEqualTo(Optional.empty());
    assertThat(first(QifSpecimen.WHOLE.replace(">PASS<", ">FAIL<")).passed()).contains(false);
  }

  @Test
  void prefixesAreNoTrouble() throws Exception {
    String text =
        QifSpecimen.WHOLE
            .replaceFirst("<\\?.*\\?>", "")
            .replace("<", "<q:")
            .replace("<q:/", "</q:");
    assertThat(read(text.replace("xmlns=", "xmlns:q=")).characteristics()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "another root|<a><QIFDocument /></a>|the element QIFDocument",
        "an entity|<!DOCTYPE QIFDocument [<!ENTITY e 'x'>]><QIFDocument >&e;</QIFDocument>"
            + "|no document type",
        "an external entity|<!DOCTYPE QIFDocument SYSTEM 'file:///etc/hostname'><QIFDocument />"
            + "|no document type",
        "an end that is missing|<QIFDocument ><Product>|well-formed XML",
        "an encoding that nobody knows"
            + "|<?xml version=\"1.0\" encoding=\"x-none\"?><QIFDocument />|well-formed XML",
      })
  void isRefusedInOneSentence(String lie, String text, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .as(lie)
        .isThrownBy(() -> FileText.read("part.qif", text))
        .withMessageStartingWith("part.qif, ")
        .withMessageContaining(expected);
  }

  @Test
  void deepNestingIsRefused() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> FileText.read("a", "<QIFDocument >" + "<a>".repeat(100_000)))
        .withMessageContaining("at most 100 deep");
  }

  @Test
  void idsThatNameEachOtherOrNothingAreNoTrouble() throws Exception {
    assertThat(first(QifSpecimen.WHOLE.replace("NominalId>2<", "NominalId>99<")).nominal())
        .isEmpty();
    assertThat(read(QifSpecimen.WHOLE.replace("ItemId>3<", "ItemId>99<")).characteristics())
        .hasSize(2);
  }

  @Test
  void filesCutOrGarbledDoNoHarm() {
    Random random = new Random(1);
    for (byte[] specimen : MeasuredFuzz.specimens()) {
      for (int length = 1; length < specimen.length; length++) {
        harmless(Arrays.copyOf(specimen, length));
      }
      for (int i = 0; i < 1_000; i++) {
        byte[] garbled = specimen.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
          garbled[1 + random.nextInt(garbled.length - 1)] = (byte) (32 + random.nextInt(95));
        }
        harmless(garbled);
      }
    }
  }

  private static void harmless(byte[] input) {
    assertThatCode(() -> MeasuredFuzz.fuzzerTestOneInput(input))
        .as(() -> Arrays.toString(input))
        .doesNotThrowAnyException();
  }

  private static Characteristic first(String text) throws Exception {
    return read(text).characteristics().getFirst();
  }

  private static Measured.Results read(String text) throws Exception {
    return (Measured.Results)
        ((ProductData.Results) FileText.read("part.qif", text).data()).measured();
  }
}
