package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.Parts;

/// The commands `sign` and `signature`, and what `inspect` and `verify` say of signatures.
class SignatureCommandsTest {
  @TempDir private Path folder;
  private Session acme;
  private Path part;
  private Path copy;

  @BeforeEach
  void makeAHome() {
    acme = new Session(folder.resolve("home")).initAcme();
    part = Parts.sliced(folder.resolve("part.gcode"), 20, 20, 1, List.of("for a test"));
    copy = folder.resolve("signed.gcode");
  }

  private static Session stranger() {
    return new Session(Path.of("")).with("TOUCHMARK_HOME", "");
  }

  private JsonNode json(int code, String... arguments) throws Exception {
    Session.Answer answer = acme.run(arguments);
    Session.expect(code, answer);
    return new ObjectMapper().readTree(answer.out()).get(0);
  }

  private void sign() {
    Session.expect(0, acme.run("sign", part.toString(), "-o", copy.toString()));
  }

  @Test
  void aSignedCopyIsAnotherFileThatItsOwnHomeTrusts() throws Exception {
    byte[] before = Files.readAllBytes(part);
    Session.Answer made = acme.run("sign", part.toString(), "-o", copy.toString());

    assertThat(made.code()).isZero();
    assertThat(made.out()).contains("touchmark claim", "--derived-from");
    assertThat(Files.readAllBytes(part)).isEqualTo(before);
    JsonNode found = json(0, "--json", "signature", copy.toString()).get("signatures").get(0);
    assertThat(found.get("state").textValue()).isEqualTo("TRUSTED");
    assertThat(found.get("signer").get("standing").textValue()).isEqualTo("MEMBER");
    assertThat(found.get("signer").get("standingEvidence").textValue()).contains("Acme GmbH");
  }

  @Test
  void nothingIsReplaced() throws Exception {
    Files.writeString(copy, "mine");

    Session.Answer refused = acme.run("sign", part.toString(), "-o", copy.toString());

    assertThat(refused.code()).isEqualTo(65);
    assertThat(refused.err()).contains("exists already");
    assertThat(copy).hasContent("mine");
  }

  @Test
  void aFileThatCannotBeSignedLeavesNothing() {
    Path stl = Parts.block(folder.resolve("block.stl"));

    Session.Answer refused = acme.run("sign", stl.toString(), "-o", copy.toString());

    assertThat(refused.code()).isEqualTo(65);
    assertThat(refused.err()).contains("STEP, G-code or 3MF");
    assertThat(copy).doesNotExist();
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".writing"));
  }

  @Test
  void aClaimedCopyNamesTheFileThatItWasSignedFrom() throws Exception {
    Session.expect(0, acme.run("claim", part.toString()));

    JsonNode signed = json(0, "--json", "sign", part.toString(), "-o", copy.toString(), "--claim");

    Session.Answer history = acme.run("history", part.toString());
    assertThat(signed.get("derivedFrom").textValue()).hasSize(64);
    assertThat(history.code()).isZero();
    assertThat(acme.run("verify", copy.toString()).out()).contains("PASS");
  }

  @Test
  void aChangedCopyFailsItsSignature() throws Exception {
    sign();
    Files.writeString(copy, Files.readString(copy).replace("F1200", "F1201"));

    Session.expect(2, acme.run("signature", copy.toString()));
    Session.Answer strict = acme.run("inspect", "--strict", copy.toString());
    assertThat(strict.code()).isEqualTo(2);
    assertThat(strict.out()).contains("FAIL: the CMS signature");
    JsonNode findings = json(0, "--json", "inspect", copy.toString()).get("findings");
    assertThat(findings.findValuesAsText("code")).contains("SIGNATURE_CHANGED");
  }

  @Test
  void whatWasAddedToACopyIsSaidToBeNotCovered() throws Exception {
    sign();
    long size = Files.size(copy);
    Files.writeString(copy, "M104 S300\n", StandardOpenOption.APPEND);

    JsonNode found = json(1, "--json", "signature", copy.toString()).get("signatures").get(0);

    assertThat(found.get("state").textValue()).isEqualTo("PARTIAL");
    assertThat(found.get("notCovered").get(0).get("from").longValue()).isEqualTo(size);
  }

  @Test
  void aRevokedSignerSignsNoMoreAndItsSignatureIsRevoked() throws Exception {
    sign();
    String certificate =
        json(0, "--json", "signature", copy.toString())
            .get("signatures")
            .get(0)
            .get("signer")
            .get("certificate")
            .textValue();
    Session.expect(0, acme.run("identity", "revoke", certificate));

    JsonNode found = json(2, "--json", "signature", copy.toString()).get("signatures").get(0);
    Session.Answer again =
        acme.run("sign", part.toString(), "-o", folder.resolve("again.gcode").toString());

    assertThat(found.get("state").textValue()).isEqualTo("REVOKED");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("revoked");
  }

  @Test
  void aStrangerTrustsWhomHeNames() throws Exception {
    sign();
    Path pem = folder.resolve("acme.pem");
    Session.expect(0, acme.run("identity", "export", "-o", pem.toString()));

    Session.Answer unknown = stranger().run("inspect", copy.toString());
    Session.Answer trusted = stranger().run("inspect", "--trust", pem.toString(), copy.toString());

    assertThat(unknown.out()).contains("UNKNOWN_SIGNER");
    assertThat(trusted.out()).contains("TRUSTED").doesNotContain("UNKNOWN_SIGNER");
    assertThat(stranger().run("inspect", "--trust", part.toString(), copy.toString()).code())
        .isEqualTo(65);
  }

  @Test
  void aFileWithoutASignatureHasNothingToCompareWith() {
    Session.Answer none = acme.run("signature", part.toString());

    assertThat(none.code()).isEqualTo(3);
    assertThat(none.out()).contains("no signature");
  }
}
