package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words, exit codes and sentences of the command line.
class CommandLineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Session shell;

  @BeforeEach
  void openShell() {
    shell = new Session(folder.resolve("home"));
  }

  @Test
  void aMissingCommandIsAUsageErrorWithAHint() {
    Session.Answer answer = shell.run();
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("A command is missing").contains("--help");
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(shell.run("verify", "--force", "x").code()).isEqualTo(64);
  }

  @Test
  void helpNamesEveryExitCode() {
    Session.Answer answer = shell.run("--help");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("65", "bad input file", "77", "wrong password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "share", "verify", "inspect", "init", "history"})
  void everyCommandExplainsItself(String command) {
    for (String option : new String[] {"--help", "-h"}) {
      Session.Answer answer = shell.run(command, option);
      assertThat(answer.code()).as(answer.err()).isZero();
      assertThat(answer.out()).contains("Usage: touchmark " + command);
    }
  }

  @Test
  void withoutAHomeTheSentenceSaysHowToMakeOne() {
    Session.Answer answer = shell.run("status");
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("There is no Touchmark home in").contains("touchmark init");
  }

  @Test
  void aSecondInitChangesNothing() {
    shell.initAcme();
    Session.Answer answer = shell.run("init", "--org", "Other", "--address", Session.ADDRESS);
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("holds a Touchmark home already");
  }

  @Test
  void aWrongPasswordIsSaidAndHasItsOwnCode() {
    shell.initAcme();
    Session.Answer answer =
        new Session(folder.resolve("home")).with("TOUCHMARK_PASSWORD", "wrong").run("status");
    assertThat(answer.code()).isEqualTo(77);
    assertThat(answer.err()).containsIgnoringCase("password").doesNotContain("Exception");
  }

  @Test
  void thePasswordMayComeFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "correct horse\n");
    shell.initAcme();
    Session.Answer answer =
        new Session(folder.resolve("home"))
            .with("TOUCHMARK_PASSWORD", "wrong")
            .run("--password-file", file.toString(), "status");
    assertThat(answer.code()).isZero();
  }

  @Test
  void anAddressWithoutACountryIsRefusedByName() {
    Session.Answer answer = shell.run("init", "--org", "Acme", "--address", "street=a,town=b");
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("the country is missing");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void anAddressMayHoldACommaAndRefusesWhatItDoesNotKnow() {
    assertThat(shell.run("init", "--org", "A", "--address", "planet=Mars").err())
        .contains("planet=Mars");
    assertThat(
            shell
                .run("init", "--org", "A", "--address", "street=Hof 1\\, links,town=b,country=AT")
                .code())
        .isZero();
  }

  @Test
  void statusSpeaksJson() throws IOException {
    shell.initAcme();
    Session.Answer answer = shell.run("status", "--json");
    JsonNode status = JSON.readTree(answer.out());
    assertThat(status.get("mode").asText()).isEqualTo("solo");
    assertThat(status.get("height").asLong()).isEqualTo(status.get("finalHeight").asLong());
    assertThat(status.get("peers").isArray()).isTrue();
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void fingerprintPrintsWhatSha256sumPrintsAndChecksIt() throws IOException {
    Path file = Files.writeString(folder.resolve("a file.stl"), "abc");
    Session.Answer answer = shell.run("fingerprint", file.toString());
    String expected =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  " + file + "\n";
    assertThat(answer.out()).isEqualTo(expected);
    Path list = Files.writeString(folder.resolve("list"), expected);
    assertThat(shell.run("fingerprint", "--check", list.toString()).code()).isZero();
    Files.writeString(file, "abd");
    Session.Answer changed = shell.run("fingerprint", "--check", list.toString());
    assertThat(changed.code()).isEqualTo(2);
    assertThat(changed.out()).contains("FAILED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "fingerprint"})
  void aFolderInsteadOfAFileIsOneSentence(String command) {
    Session.Answer answer = shell.run(command, folder.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err().strip().lines()).hasSize(1);
    assertThat(answer.err()).contains("expected a file, found a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspect", "fingerprint"})
  void aFileThatIsNotThereIsOneSentence(String command) {
    Session.Answer answer = shell.run(command, folder.resolve("gone.stl").toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains("no such file");
  }

  @Test
  void namesWithSpacesUmlautsAndEmojiWork() throws IOException {
    Path file = Files.writeString(folder.resolve("Büchse für 🦊 v2.stl"), "solid x\nendsolid x\n");
    Session.Answer answer = shell.run("fingerprint", file.toString());
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("Büchse für 🦊 v2.stl");
  }

  @Test
  void aControlCharacterInANameNeverReachesTheTerminal() throws IOException {
    Path file = Files.writeString(folder.resolve("red\u001b[31m.stl"), "abc");
    assertThat(shell.run("fingerprint", file.toString()).out())
        .doesNotContain("\u001b")
        .contains("\\x1b[31m");
  }

  @Test
  void aNameCannotForgeAnotherLineOrTurnTheDirectionOfReading() throws IOException {
    Path file = Files.writeString(folder.resolve("a.stl\nPASS  b\u202elts.bin"), "abc");
    for (String command : new String[] {"fingerprint", "inspect"}) {
      Session.Answer answer = shell.run(command, file.toString());
      assertThat(answer.code()).isZero();
      assertThat(answer.out().lines()).noneMatch(line -> line.startsWith("PASS"));
      assertThat(answer.out()).contains("a.stl\\x0aPASS  b\\u202elts.bin");
    }
  }

  @Test
  void aFileWithoutANameIsOneSentence() {
    Session.Answer answer = shell.run("inspect", "");
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).isEqualTo("A file's name is empty.\n");
  }

  @Test
  void checkingFingerprintsSpeaksJson() throws IOException {
    Path file = Files.writeString(folder.resolve("a.stl"), "abc");
    Path list = folder.resolve("list");
    Files.writeString(list, shell.run("fingerprint", file.toString()).out());
    JsonNode rows = JSON.readTree(shell.run("--json", "fingerprint", "--check", "" + list).out());
    assertThat(rows.get(0).get("file").asText()).isEqualTo(file.toString());
    assertThat(rows.get(0).get("same").asBoolean()).isTrue();
  }

  @Test
  void aListOfFingerprintsThatIsNoTextIsOneSentence() throws IOException {
    Path binary = Files.write(folder.resolve("list"), new byte[] {(byte) 0xff, (byte) 0xfe, 10});
    Session.Answer answer = shell.run("fingerprint", "--check", binary.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains("expected lines of UTF-8 text");
    Files.writeString(binary, "0".repeat(64) + "  a\0b\n");
    assertThat(shell.run("fingerprint", "--check", binary.toString()).code()).isEqualTo(65);
  }

  @Test
  void aHomeThatCannotBeWrittenIsNotABadInputFile() throws IOException {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    Path journal;
    try (var inside = Files.list(folder.resolve("home"))) {
      journal =
          inside
              .filter(path -> path.getFileName().toString().startsWith("journal"))
              .findFirst()
              .orElse(folder.resolve("home/journal.jsonl"));
    }
    Files.deleteIfExists(journal);
    Files.createDirectory(journal);
    Session.Answer answer = shell.run("verify", folder.resolve("sample/spacer.stl").toString());
    assertThat(answer.code()).isEqualTo(74);
    assertThat(answer.err()).contains("journal");
  }

  @Test
  void aPackageNeverReplacesAFileAndIsRefusedBeforeTheSendIsRecorded() throws IOException {
    shell.initAcme().addParty("Bolt Ltd", "bolt");
    shell.run("sample", folder.resolve("sample").toString());
    String part = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", part));
    Path precious = Files.writeString(folder.resolve("precious.tmk"), "mine");
    long before = height();
    Session.Answer existing =
        shell.run("share", part, "--to", "bolt", "--package", precious.toString());
    assertThat(existing.code()).as(existing.err()).isEqualTo(65);
    String below = precious.resolve("below.tmk").toString();
    assertThat(shell.run("share", part, "--to", "bolt", "--package", below).code()).isEqualTo(74);
    assertThat(height()).isEqualTo(before);
    assertThat(precious).hasContent("mine");
  }

  @Test
  void anIndexThatIsMadeAgainTellsTheSameStory() throws IOException {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    String part = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", part));
    String before = shell.run("history", part).out();
    JsonNode answer = JSON.readTree(shell.run("--json", "chain", "rebuild-index").out());
    assertThat(answer.path("height").longValue()).isEqualTo(height());
    assertThat(shell.run("history", part).out()).isEqualTo(before).contains("Acme GmbH");
    assertThat(shell.run("chain").err()).contains("rebuild-index");
  }

  @Test
  void theStoryOfARefusedSendReadsAsASentence() {
    shell.initAcme().addParty("Bolt Ltd", "bolt").addParty("Print Co", "print-co");
    shell.run("sample", folder.resolve("sample").toString());
    String part = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", part));
    Session.expect(0, shell.run("share", part, "--to", "bolt"));
    Session.expect(2, shell.run("--as", "bolt", "share", part, "--to", "print-co"));
    assertThat(shell.run("history", part).out())
        .contains("Bolt Ltd asked to send it to Print Co, and was refused: ");
  }

  @Test
  void aSettingsFileThatASlicerSignedIsNoToolpath() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("profile.ini"),
            "; generated by PrusaSlicer 2.6.0\n\nautoemit = 1\nbed_shape = 0x0,1x0\n");
    assertThat(shell.run("inspect", file.toString()).out()).contains("CONFIGURATION");
  }

  @Test
  void verifyOfAnUnregisteredFileIsUnknownInTextAndJson() throws IOException {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    String file = folder.resolve("sample/spacer.stl").toString();
    assertThat(shell.run("verify", file).code()).isEqualTo(3);
    JsonNode rows = JSON.readTree(shell.run("--json", "verify", file).out());
    assertThat(rows.get(0).get("verdict").asText()).isEqualTo("UNKNOWN");
    assertThat(rows.get(0).get("checks")).hasSize(7);
    assertThat(rows.get(0).get("checks").get(0).get("axis").asText()).isEqualTo("INTEGRITY");
    assertThat(rows.get(0).get("fingerprint").asText()).hasSize(64);
  }

  @Test
  void aRegisteredFileThatWasCutShortFailsInsteadOfBeingUnreadable() throws IOException {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    Path part = folder.resolve("sample/bracket.3mf");
    Session.expect(0, shell.run("claim", part.toString()));
    byte[] whole = Files.readAllBytes(part);
    Path cut = Files.createDirectories(folder.resolve("stick")).resolve("bracket.3mf");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Session.Answer answer = shell.run("verify", cut.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .contains("This is not the file that Acme GmbH registered")
        .contains("The file is damaged: bracket.3mf, byte ");
  }

  @Test
  void nobodySendsToHerself() {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    String part = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", part));
    Session.Answer answer = shell.run("share", part, "--to", "acme");
    assertThat(answer.code()).isEqualTo(64);
    assertThat(answer.err()).contains("Acme GmbH is the sender");
  }

  @Test
  void theWorstOfSeveralFilesDecidesAndEachHasItsLine() {
    shell.initAcme();
    shell.run("sample", folder.resolve("sample").toString());
    String good = folder.resolve("sample/bracket.3mf").toString();
    assertThat(shell.run("claim", good).code()).isZero();
    Session.Answer answer =
        shell.run("verify", good, folder.resolve("sample/spacer.stl").toString());
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("PASS").contains("UNKNOWN");
  }

  @Test
  void aClaimOfADamagedFileRecordsNothing() throws IOException {
    shell.initAcme();
    Path sample = folder.resolve("sample");
    shell.run("sample", sample.toString());
    byte[] bytes = Files.readAllBytes(sample.resolve("bracket.stl"));
    Path cut = folder.resolve("cut.stl");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 7));
    long before = height();
    Session.Answer answer = shell.run("claim", cut.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains("cut.stl");
    assertThat(height()).isEqualTo(before);
  }

  @Test
  void diffTellsSameDifferentAndIncomparableApart() throws IOException {
    Path sample = folder.resolve("sample");
    shell.run("sample", sample.toString());
    String stl = sample.resolve("bracket.stl").toString();
    String threeMf = sample.resolve("bracket.3mf").toString();
    String tampered = sample.resolve("bracket-tampered.3mf").toString();
    String gcode = sample.resolve("bracket.gcode").toString();
    assertThat(shell.run("diff", threeMf, threeMf).code()).isZero();
    assertThat(shell.run("diff", stl, threeMf).code()).isZero();
    Session.Answer different = shell.run("diff", threeMf, tampered);
    assertThat(different.code()).isEqualTo(1);
    assertThat(different.out()).contains("internal void");
    assertThat(shell.run("diff", threeMf, gcode).code()).isEqualTo(3);
  }

  private long height() throws IOException {
    return JSON.readTree(shell.run("status", "--json").out()).get("height").asLong();
  }
}
