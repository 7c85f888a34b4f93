package touchmark.app.format.step;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FormatException;
import touchmark.ledger.Progress;

/// STEP files that lie, each named after its lie.
class HostileStepTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a string without end|#1=A('x);|the end of a string",
        "a comment without end|/* never|the end of a comment",
        "an instance without brackets|#1=A;|parameters in brackets",
        "brackets that do not close|#1=A((1);|brackets",
        "brackets that close twice|#1=A(1));|';' after the instance",
        "a name that is no number|#x=A();|an instance name",
        "a name of twenty digits|#12345678901234567890=A();|at most 18 digits",
        "a section that is none|ENDSEC;OTHER;#1=A();ENDSEC;DATA;|a section",
        "a point that is missing|#9=COORDINATES_LIST('',1,((0,0)));|','",
        "a coordinate beyond all numbers|#9=COORDINATES_LIST('',1,((1E999,0,0)));|a finite number",
        "a coordinate that is none|#9=COORDINATES_LIST('',1,((NAN,0,0)));|a number",
        "a facet of two points|#10=TRIANGULATED_FACE('',#9,1,(),$,(),((1,2)));|three points",
        "a facet of a point that is not there|#10=TRIANGULATED_FACE('',#9,1,(),$,(),((1,2,9)));"
            + "|a point from 1",
        "a facet of point 0|#10=TRIANGULATED_FACE('',#9,1,(),$,(),((1,2,0)));|a point from 1",
        "facets without points|#10=TRIANGULATED_FACE('',#77,1,(),$,(),((1,2,3)));"
            + "|a COORDINATES_LIST #77",
        "a solid that contains itself|#10=TESSELLATED_SOLID('',(#10),$);|at most 64 deep",
        "a representation in itself|#50=REPRESENTATION_MAP($,#12);#51=MAPPED_ITEM('',#50,$);"
            + "#12=TESSELLATED_SHAPE_REPRESENTATION('',(#10,#51),#2);|",
      })
  void isRefusedInOneSentenceOrReadAsWhatItIs(String lie, String data, String expected)
      throws Exception {
    // the first definition of a name counts, so the lie stands first
    String rest =
        StepText.MILLIMETRES
            + StepText.TETRAHEDRON
            + "#12=TESSELLATED_SHAPE_REPRESENTATION('',(#10),#2);\n";
    String text = StepText.file(data + "\n" + rest);
    if (expected == null) {
      StepText.read(text);
      return;
    }
    assertThatExceptionOfType(FormatException.class)
        .as(lie)
        .isThrownBy(() -> StepText.read(text))
        .withMessageStartingWith("part.stp, ")
        .withMessageContaining(expected);
  }

  @Test
  void brackets10000DeepAreRefused() {
    String deep = "#1=A(" + "(".repeat(10_000) + ")".repeat(10_000) + ");\n";
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> StepText.read(StepText.file(deep)))
        .withMessageContaining("lists at most 64 deep");
  }

  @Test
  void aSolidWithVoidsButWithoutParametersIsReadAsWithoutVoids() {
    // found by fuzzing
    assertThatCode(() -> StepText.read(StepText.file("#1=BREP_WITH_VOIDS();\n")))
        .doesNotThrowAnyException();
  }

  @Test
  void assembliesThatDoubleAtEachLevelAreRefused() {
    StringBuilder data = new StringBuilder(StepText.MILLIMETRES + StepText.TETRAHEDRON);
    data.append("#100=TESSELLATED_SHAPE_REPRESENTATION('',(#10),#2);\n");
    for (int level = 1; level < 40; level++) {
      int below = 100 * level;
      data.append("#%d=REPRESENTATION_MAP($,#%d);\n".formatted(below + 1, below));
      data.append("#%d=MAPPED_ITEM('',#%d,$);\n".formatted(below + 2, below + 1));
      data.append("#%d=MAPPED_ITEM('',#%d,$);\n".formatted(below + 3, below + 1));
      data.append(
          "#%d=SHAPE_REPRESENTATION('',(#%d,#%d),#2);\n"
              .formatted(below + 100, below + 2, below + 3));
    }
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> StepText.read(StepText.file(data.toString())))
        .withMessageContaining("placed representations");
  }

  @Test
  void solidsThatDoubleAtEachLevelAreRefused() {
    StringBuilder data = new StringBuilder(StepText.MILLIMETRES);
    for (int level = 100; level < 150; level++) {
      data.append(
          "#%d=TESSELLATED_SOLID('',(#%d,#%d),$);\n".formatted(level, level + 1, level + 1));
    }
    data.append("#12=TESSELLATED_SHAPE_REPRESENTATION('',(#100),#2);\n");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> StepText.read(StepText.file(data.toString())))
        .withMessageContaining("at most 20000000 items");
  }

  @Test
  void aFileCutAnywhereIsRefusedOrRead() {
    byte[] whole = whole();
    for (int length = "ISO-10303-21;".length(); length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatCode(() -> StepFuzz.fuzzerTestOneInput(cut))
          .as("the first %d bytes", length)
          .doesNotThrowAnyException();
    }
    byte[] beforeTheEnd = Arrays.copyOf(whole, whole.length - "END-ISO-10303-21;\n".length());
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> StepText.read(beforeTheEnd, Optional.empty(), Progress.SILENT))
        .withMessageContaining("expected DATA or END-ISO-10303-21;, found the end of the file");
  }

  @Test
  void noGarbledFileDoesHarm() {
    Random random = new Random(1);
    byte[] whole = whole();
    for (int i = 0; i < 5_000; i++) {
      byte[] garbled = whole.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        garbled[random.nextInt(garbled.length)] =
            (byte)
                (random.nextBoolean()
                    ? "(),;#'\\=$*.0123456789E-".charAt(random.nextInt(23))
                    : random.nextInt(256));
      }
      assertThatCode(() -> StepFuzz.fuzzerTestOneInput(garbled))
          .as("input %d", i)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void readingStopsOnRequest() {
    byte[] large = StepText.file("#1=A();\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> StepText.read(large, Optional.empty(), (done, total) -> done < 200_000));
  }

  private static byte[] whole() {
    return StepFuzz.specimens().getFirst();
  }
}
