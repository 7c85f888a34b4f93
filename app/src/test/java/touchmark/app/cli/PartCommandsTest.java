package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Physical parts, and who may sign, on the command line.
class PartCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Session shell;
  private String bracket;

  @BeforeEach
  void claim() {
    shell = new Session(folder.resolve("home"));
    shell.initAcme().addParty("Bolt Ltd", "bolt");
    shell.run("sample", folder.resolve("sample").toString());
    bracket = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", bracket));
  }

  private JsonNode json(String... arguments) throws IOException {
    return JSON.readTree(shell.run(arguments).out());
  }

  @Test
  void aPartIsFollowedFromHandToHand() throws IOException {
    Session.expect(0, shell.run("part", "register", "SN-1", "--made-from", bracket));
    Session.expect(0, shell.run("part", "transfer", "SN-1", "--to", "bolt"));
    JsonNode part = json("--json", "part", "history", "acme/SN-1");
    assertThat(part.get("holder").asText()).isEqualTo("bolt");
    assertThat(part.get("maker").asText()).isEqualTo("acme");
    assertThat(part.get("madeFrom").asText()).hasSize(64);
    assertThat(part.get("events").findValuesAsText("type"))
        .containsExactly("RegisterPart", "TransferPart");
    assertThat(shell.run("part", "history", "SN-1").out())
        .contains("made by Acme GmbH")
        .contains("Acme GmbH handed it over to Bolt Ltd");
    assertThat(shell.run("history", bracket).out()).contains("registered the part acme/SN-1");
  }

  @Test
  void nobodyHandsAPartOnTwice() {
    Session.expect(0, shell.run("part", "register", "SN-1", "--made-from", bracket));
    Session.expect(0, shell.run("part", "transfer", "SN-1", "--to", "bolt"));
    Session.Answer again = shell.run("part", "transfer", "SN-1", "--to", "bolt");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.out()).contains("NOT_PART_HOLDER").contains("is with Bolt Ltd");
    Session.expect(0, shell.run("--as", "bolt", "part", "transfer", "acme/SN-1", "--to", "acme"));
  }

  @Test
  void aPartIsMadeFromWhatOneHoldsAndItsNumberIsUsedOnce() {
    assertThat(shell.run("--as", "bolt", "part", "register", "SN-1", "--made-from", bracket).out())
        .contains("NOT_A_HOLDER");
    Session.expect(0, shell.run("part", "register", "SN-1", "--made-from", bracket));
    assertThat(shell.run("part", "register", "SN-1", "--made-from", bracket).out())
        .contains("PART_EXISTS");
  }

  @Test
  void anUnknownPartAndABadNumberHaveTheirOwnCodes() throws IOException {
    assertThat(shell.run("part", "history", "SN-9").code()).isEqualTo(3);
    assertThat(json("--json", "part", "history", "SN-9").get("events")).isEmpty();
    assertThat(shell.run("part", "transfer", "SN-9", "--to", "bolt").out())
        .contains("PART_UNKNOWN");
    assertThat(shell.run("part", "register", "S N", "--made-from", bracket).code()).isEqualTo(64);
    assertThat(shell.run("part").err()).contains("register, transfer, history");
  }

  @Test
  void aNarrowedDelegationCountsAtOnce() throws IOException {
    String person = json("--json", "identity", "show").get("signedBy").asText();
    Session.expect(0, shell.run("identity", "delegate", person, "--acts", "claim,send"));
    Session.Answer refused = shell.run("withdraw", bracket);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("NO_DELEGATION");
    Session.expect(0, shell.run("identity", "delegate", person, "--acts", "CLAIM,SEND,ADMIN"));
    Session.expect(0, shell.run("withdraw", bracket));
    assertThat(shell.run("identity", "delegate", "nobody", "--acts", "CLAIM").code()).isEqualTo(2);
    assertThat(shell.run("identity", "delegate", person, "--acts", "FLY").code()).isEqualTo(64);
  }

  @Test
  void aRevokedCertificateSignsNothingMoreAndUndoesNothing() throws IOException {
    String person = json("--json", "identity", "show").get("signedBy").asText();
    JsonNode row =
        json("--json", "identity", "revoke", person, "--reason", "KEY_COMPROMISE").get(0);
    assertThat(row.get("outcome").asText()).isEqualTo("recorded");
    String spacer = folder.resolve("sample/spacer.stl").toString();
    Session.Answer refused = shell.run("claim", spacer);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).contains("BAD_CERTIFICATE").contains("was revoked on");
    Session.Answer verified = shell.run("-v", "verify", bracket);
    assertThat(verified.code()).isZero();
    JsonNode checks = json("--json", "verify", bracket).get(0).get("checks");
    assertThat(checks.findValuesAsText("message"))
        .anyMatch(message -> message.contains("It was revoked later"));
    assertThat(shell.run("identity", "revoke", person).code()).isEqualTo(3);
    assertThat(shell.run("--as", "bolt", "identity", "revoke", "0".repeat(64)).code()).isEqualTo(2);
  }
}
