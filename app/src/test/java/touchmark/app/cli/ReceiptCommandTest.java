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

class ReceiptCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CUBE =
      """
      solid part
      facet normal 0 0 1
      outer loop
      vertex 0 0 0
      vertex 1 0 0
      vertex 0 1 0
      endloop
      endfacet
      endsolid part
      """;

  @TempDir private Path folder;
  private Session shell;
  private Session stranger;
  private Path file;
  private Path receipt;
  private Path policy;

  @BeforeEach
  void claimAFile() throws IOException {
    shell = new Session(folder.resolve("home")).initAcme();
    stranger = new Session(folder.resolve("no home here"));
    file = Files.writeString(folder.resolve("part.stl"), CUBE);
    receipt = folder.resolve("part.tlog-proof");
    policy = folder.resolve("acme.policy");
    Session.expect(0, shell.run("claim", file.toString(), "--id", "part"));
  }

  private void give() {
    Session.Answer answer =
        shell.run(
            "receipt",
            file.toString(),
            "-o",
            receipt.toString(),
            "--policy-out",
            policy.toString());
    assertThat(answer.code()).as("%s", answer).isZero();
    assertThat(answer.out()).contains("acme claims ownership of", "transaction 4 of 4 in its tree");
    assertThat(answer.err()).contains("solo network");
  }

  @Test
  void aReceiptIsCheckedWithNoHomeAtAll() {
    give();
    Session.Answer answer =
        stranger.run(
            "receipt",
            "check",
            receipt.toString(),
            "--file",
            file.toString(),
            "--policy",
            policy.toString());

    assertThat(answer.code()).as("%s", answer).isZero();
    assertThat(answer.out())
        .startsWith("PASS  " + receipt)
        .contains(
            "acme claims ownership of",
            "geometry 3d",
            "stated time",
            "signed for",
            "transaction 4 of 4 in its tree",
            "the log itself, Ed25519",
            "  acme, Ed25519, at ",
            "  acme, ML-DSA-44, at ",
            "the same bytes");
    assertThat(answer.err()).isEmpty();
    assertThat(folder.resolve("no home here")).doesNotExist();
  }

  @Test
  void withoutAPolicyTheAnswerIsUnknown() {
    give();
    Session.Answer answer = stranger.run("receipt", "check", receipt.toString());
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).startsWith("UNKNOWN").contains("--policy");
  }

  @Test
  void aReceiptIsNotOneOfAnotherFile() throws IOException {
    give();
    Path other = Files.writeString(folder.resolve("other.stl"), CUBE.replace("0 1 0", "0 2 0"));
    Session.Answer answer =
        stranger.run(
            "receipt",
            "check",
            receipt.toString(),
            "--file",
            other.toString(),
            "--policy",
            policy.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).startsWith("FAIL").contains(other + " is another file");
  }

  @Test
  void anAlteredReceiptFailsAndADamagedOneIsBadInput() throws IOException {
    give();
    String good = Files.readString(receipt);
    Path altered = folder.resolve("altered.tlog-proof");
    Files.writeString(altered, good.replace("index 3\n", "index 2\n"));
    Session.Answer answer =
        stranger.run("receipt", "check", altered.toString(), "--policy", policy.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("not in the tree");

    Files.writeString(altered, good.replace("index 3\n", "index three\n"));
    answer = stranger.run("receipt", "check", altered.toString());
    assertThat(answer.code()).isEqualTo(65);
    assertThat(answer.err()).contains(altered + ": receipt, line 3: expected a decimal number");
    assertThat(stranger.run("receipt", "check", folder.resolve("gone").toString()).code())
        .isEqualTo(65);
  }

  @Test
  void aPolicyOfSomebodyElseFails() throws IOException {
    give();
    Session other = new Session(folder.resolve("other home")).initAcme();
    Session.expect(0, other.run("claim", file.toString(), "--id", "part"));
    Path theirs = folder.resolve("their.policy");
    Session.expect(
        0,
        other.run(
            "receipt",
            file.toString(),
            "-o",
            folder.resolve("their").toString(),
            "--policy-out",
            theirs.toString()));
    Session.Answer answer =
        stranger.run("receipt", "check", receipt.toString(), "--policy", theirs.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("The policy does not know the log");
  }

  @Test
  void theCheckSpeaksJson() throws IOException {
    give();
    Session.Answer answer =
        stranger.run(
            "--json", "receipt", "check", receipt.toString(), "--policy", policy.toString());
    JsonNode document = JSON.readTree(answer.out());
    assertThat(document.get("verdict").asText()).isEqualTo("PASS");
    assertThat(document.get("type").asText()).isEqualTo("RecordOwnership");
    assertThat(document.get("index").asLong()).isEqualTo(3);
    assertThat(document.get("treeSize").asLong()).isEqualTo(4);
    assertThat(document.get("vouchers")).hasSize(3);
    assertThat(document.get("signers")).hasSize(1);
  }

  @Test
  void withoutAPlaceTheReceiptGoesToStandardOutput() throws IOException {
    Session.Answer printed = shell.run("receipt", file.toString());
    assertThat(printed.code()).isZero();
    Files.writeString(receipt, printed.out());
    assertThat(stranger.run("receipt", "check", receipt.toString()).code()).isEqualTo(3);

    JsonNode document = JSON.readTree(shell.run("--json", "receipt", file.toString()).out());
    assertThat(document.get("receipt").asText()).isEqualTo(printed.out());
    Session.Answer byId = shell.run("receipt", document.get("txId").asText());
    assertThat(byId.out()).isEqualTo(printed.out());
  }

  @Test
  void whatIsNotRegisteredHasNoReceipt() throws IOException {
    Path other = Files.writeString(folder.resolve("other.stl"), CUBE.replace("0 1 0", "0 2 0"));
    Session.Answer answer = shell.run("receipt", other.toString(), "-o", receipt.toString());
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("not registered");
    assertThat(receipt).doesNotExist();
  }

  @Test
  void anExistingFileIsNeverReplacedAndAMissingSubjectIsUsage() throws IOException {
    Files.writeString(receipt, "mine");
    assertThat(shell.run("receipt", file.toString(), "-o", receipt.toString()).code())
        .isEqualTo(65);
    assertThat(receipt).hasContent("mine");
    assertThat(shell.run("receipt").code()).isEqualTo(64);
  }

  @Test
  void whereTheRecordOfSignaturesIsLostNewKeysSignAndOldPoliciesSaySo() throws IOException {
    give();
    Files.delete(folder.resolve("home/ledger/votes/checkpoint"));
    Path fresh = folder.resolve("fresh.tlog-proof");
    Path freshPolicy = folder.resolve("fresh.policy");
    Session.expect(
        0,
        shell.run(
            "receipt",
            file.toString(),
            "-o",
            fresh.toString(),
            "--policy-out",
            freshPolicy.toString()));

    assertThat(
            stranger
                .run("receipt", "check", fresh.toString(), "--policy", policy.toString())
                .code())
        .isEqualTo(2);
    assertThat(
            stranger
                .run("receipt", "check", fresh.toString(), "--policy", freshPolicy.toString())
                .code())
        .isZero();
    assertThat(
            stranger
                .run("receipt", "check", receipt.toString(), "--policy", policy.toString())
                .code())
        .isZero();
  }

  @Test
  void aHomeThatOnlyLooksGivesNoReceipts() {
    Path export = folder.resolve("chain.tmchain");
    Session.expect(0, shell.run("chain", "export", export.toString()));
    Session looker = new Session(folder.resolve("looker"));
    Session.expect(0, looker.run("chain", "import", export.toString()));
    Session.Answer answer = looker.run("receipt", file.toString());
    assertThat(answer.code()).isEqualTo(74);
    assertThat(answer.err()).contains("only a validator gives receipts");
  }
}
