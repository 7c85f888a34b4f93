package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Transfer, accept, withdraw and dispute on the command line.
class OwnershipCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Session shell;
  private String part;

  @BeforeEach
  void claim() {
    shell = new Session(folder.resolve("home"));
    shell.initAcme().addParty("Bolt Ltd", "bolt").addParty("Print Co", "print-co");
    shell.run("sample", folder.resolve("sample").toString());
    part = folder.resolve("sample/bracket.3mf").toString();
    Session.expect(0, shell.run("claim", part));
  }

  private JsonNode json(String... arguments) throws IOException {
    return JSON.readTree(shell.run(arguments).out());
  }

  private String propose() throws IOException {
    JsonNode row = json("--json", "transfer", part, "--to", "bolt").get(0);
    assertThat(row.get("outcome").asText()).isEqualTo("proposed");
    assertThat(row.get("waitsFor").get(0).asText()).isEqualTo("bolt");
    return row.get("txId").asText();
  }

  @Test
  void ownershipPassesOnWhenTheNewOwnerAccepts() throws IOException {
    String txId = propose();
    assertThat(json("--json", "history", part).get("owner").asText()).isEqualTo("acme");
    JsonNode accepted = json("--json", "--as", "bolt", "accept", txId).get(0);
    assertThat(accepted.get("outcome").asText()).isEqualTo("recorded");
    assertThat(accepted.get("txId").asText()).isEqualTo(txId);
    JsonNode history = json("--json", "history", part);
    assertThat(history.get("owner").asText()).isEqualTo("bolt");
    assertThat(history.get("events").findValuesAsText("type"))
        .containsExactly("CLAIM", "TRANSFER", "TRANSFER");
    Session.expect(0, shell.run("--as", "bolt", "share", part, "--to", "print-co"));
    Session.Answer former = shell.run("share", part, "--to", "print-co");
    assertThat(former.code()).isEqualTo(2);
    assertThat(former.out()).contains("NOT_A_HOLDER").contains("belong to Bolt Ltd");
  }

  @Test
  void theProposalTravelsAsAFile() {
    Path file = folder.resolve("transfer.json");
    Session.Answer proposed =
        shell.run("transfer", part, "--to", "bolt", "--output", file.toString());
    Session.expect(0, proposed);
    assertThat(proposed.out()).contains("waits for Bolt Ltd (bolt)").contains(file.toString());
    Session.expect(0, shell.run("--as", "bolt", "accept", file.toString()));
    assertThat(shell.run("--as", "bolt", "verify", part).out())
        .contains("handed over by Acme GmbH");
  }

  @Test
  void onlyTheOneWhoIsNamedAccepts() throws IOException {
    String txId = propose();
    Session.Answer answer = shell.run("--as", "print-co", "accept", txId);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("WRONG_SIGNERS").contains("waits for bolt");
    assertThat(shell.run("accept", txId).code()).isEqualTo(2);
  }

  @Test
  void aTransferThatARuleForbidsIsRefusedBeforeItIsProposed() {
    Session.Answer answer = shell.run("--as", "bolt", "transfer", part, "--to", "print-co");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("NOT_OWNER");
    assertThat(shell.run("transfer", part, "--to", "stranger").code()).isEqualTo(2);
    assertThat(shell.run("transfer", part, "--to", "acme").code()).isEqualTo(2);
    assertThat(folder.resolve("home/proposals")).doesNotExist();
  }

  @Test
  void aFileThatIsNoProposalIsABadInput() throws IOException {
    Path junk = Files.writeString(folder.resolve("junk.json"), "{}");
    Session.Answer answer = shell.run("accept", junk.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains("junk.json").contains("expected");
    assertThat(shell.run("accept", "0".repeat(64)).code()).isEqualTo(3);
  }

  @Test
  void aWithdrawnVersionIsACautionFromThenOn() throws IOException {
    Session.expect(0, shell.run("verify", part));
    assertThat(shell.run("--as", "bolt", "withdraw", part).out()).contains("NOT_OWNER");
    Session.expect(0, shell.run("withdraw", part));
    Session.Answer again = shell.run("withdraw", part);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.out()).contains("ALREADY_WITHDRAWN");
    Session.Answer verified = shell.run("verify", part);
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("withdrawn by its owner");
    JsonNode checks = json("--json", "verify", part).get(0).get("checks");
    assertThat(checks.findValuesAsText("code")).contains("WITHDRAWN");
    assertThat(shell.run("history", part).out()).contains("Acme GmbH withdrew");
  }

  @Test
  void aDisputedClaimIsACautionAndTheReasonStaysHere() throws IOException {
    Session.expect(
        0, shell.run("--as", "print-co", "dispute", part, "--reason", "We drew it in 2019"));
    Session.Answer verified = shell.run("verify", part);
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("disputed by Print Co");
    assertThat(shell.run("--as", "print-co", "history", part).out()).contains("We drew it in 2019");
    assertThat(shell.run("--as", "bolt", "history", part).out())
        .contains("Print Co disputes the claim")
        .doesNotContain("We drew it in 2019");
    Session.Answer again = shell.run("--as", "print-co", "dispute", part, "--reason", "once more");
    assertThat(again.code()).isEqualTo(2);
    try (var kept = Files.list(folder.resolve("home/reasons"))) {
      assertThat(kept).hasSize(1);
    }
  }

  @Test
  void aDisputeWithoutAReasonIsAUsageError() {
    assertThat(shell.run("dispute", part).code()).isEqualTo(64);
    assertThat(shell.run("dispute", part, "--reason", " ").code()).isEqualTo(64);
  }

  @Test
  void nobodyWithdrawsOrDisputesWhatIsNotRegistered() {
    String spacer = folder.resolve("sample/spacer.stl").toString();
    assertThat(shell.run("withdraw", spacer).out()).contains("NOT_REGISTERED");
    assertThat(shell.run("dispute", spacer, "--reason", "mine").out()).contains("NOT_REGISTERED");
  }

  @Test
  void whatWasMadeFromAWithdrawnModelIsACautionToo() {
    String sliced = folder.resolve("sample/bracket.gcode").toString();
    Session.expect(0, shell.run("claim", sliced, "--derived-from", part));
    Session.expect(0, shell.run("withdraw", part));
    Session.Answer verified = shell.run("verify", sliced);
    assertThat(verified.code()).isEqualTo(1);
    assertThat(verified.out()).contains("which its owner withdrew on");
  }

  @Test
  void whatTheFormerOwnerMadeAndClaimedStaysAsItWas() throws IOException {
    String sliced = folder.resolve("sample/bracket.gcode").toString();
    Session.expect(0, shell.run("claim", sliced, "--derived-from", part));
    int before = shell.run("verify", sliced).code();
    Session.expect(0, shell.run("--as", "bolt", "accept", propose()));
    Session.Answer after = shell.run("verify", sliced);
    assertThat(after.code()).isEqualTo(before);
    assertThat(after.out()).contains("which Acme GmbH held when it was claimed");
  }
}
