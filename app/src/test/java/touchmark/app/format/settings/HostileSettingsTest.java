package touchmark.app.format.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import touchmark.app.format.FileText;
import touchmark.app.format.FormatException;

/// Files of settings that lie, each named after its lie.
class HostileSettingsTest {
  private static final String DOCTYPE = "<!DOCTYPE fdmmaterial [<!ENTITY %s>]>";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a section without end|[a]\\n[b\\nc = 1|line 2: expected ']'",
        "a line that sets nothing|[a]\\nnothing here|line 2: expected \"key = value\"",
        "an object without end|{\"a\": 1|expected a JSON object",
        "something after the object|{\"a\": 1} {\"a\": 2}|expected a JSON object",
        "no number|{\"a\": NaN}|expected a JSON object",
        "another root|<?xml version=\"1.0\"?><x><fdmmaterial /></x>|the element fdmmaterial",
        "tags that cross|<fdmmaterial><a><b></a></b></fdmmaterial>|well-formed XML",
      })
  void isRefusedInOneSentence(String lie, String text, String expected) {
    refused(text.translateEscapes(), expected);
  }

  @Test
  void entitiesAreNeitherExpandedNorFetched() {
    String external = DOCTYPE.formatted("e SYSTEM 'file:///etc/hostname'");
    String internal = DOCTYPE.formatted("e 'boom'");
    for (String type : new String[] {external, internal}) {
      refused(type + "<fdmmaterial><metadata>&e;</metadata></fdmmaterial>", "no document type");
    }
  }

  @Test
  void deepNestingIsRefused() {
    refused("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "a JSON object at most 64 deep");
    refused("{\"a\":" + "[".repeat(100_000), "a JSON object at most 64 deep");
    refused("<fdmmaterial>" + "<a>".repeat(10_000), "at most 100 deep");
  }

  @Test
  void moreSettingsThanAnyProgramHasAreRefused() {
    StringBuilder text = new StringBuilder("a = 1\n");
    for (int i = 0; i < SettingsDraft.MOST; i++) {
      text.append('k').append(i).append("=\n");
    }
    refused(text.toString(), "at most 500000 settings");
  }

  @Test
  void aLongLineIsNoTrouble() {
    assertThatCode(() -> FileText.read("profile", "a = " + "x".repeat(10_000_000) + "\n"))
        .doesNotThrowAnyException();
  }

  @Test
  void filesCutAnywhereAreReadOrRefused() {
    for (byte[] specimen : SettingsFuzz.specimens()) {
      for (int length = 1; length < specimen.length; length++) {
        harmless(Arrays.copyOf(specimen, length));
      }
    }
  }

  @Test
  void noGarbledFileDoesHarm() {
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      byte[] garbled = SettingsFuzz.specimens().get(i % 3).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        garbled[1 + random.nextInt(garbled.length - 1)] = (byte) random.nextInt(256);
      }
      harmless(garbled);
    }
  }

  private static void harmless(byte[] input) {
    assertThatCode(() -> SettingsFuzz.fuzzerTestOneInput(input))
        .as(() -> Arrays.toString(input))
        .doesNotThrowAnyException();
  }

  private static void refused(String text, String expected) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> FileText.read("profile", text))
        .withMessageStartingWith("profile, ")
        .withMessageContaining(expected)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
