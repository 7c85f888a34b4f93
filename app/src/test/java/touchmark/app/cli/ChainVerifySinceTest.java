package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `chain verify --since` a receipt or a checkpoint.
class ChainVerifySinceTest {
  @TempDir private Path folder;
  private Session shell;
  private Path receipt;
  private Path policy;
  private Path checkpoint;

  @BeforeEach
  void claimTwiceWithAReceiptBetween() throws IOException {
    shell = new Session(folder.resolve("home")).initAcme();
    receipt = folder.resolve("a.tlog-proof");
    policy = folder.resolve("acme.policy");
    Path file = claim("a");
    Session.expect(
        0,
        shell.run(
            "receipt",
            file.toString(),
            "-o",
            receipt.toString(),
            "--policy-out",
            policy.toString()));
    claim("b");
    String text = Files.readString(receipt);
    checkpoint =
        Files.writeString(folder.resolve("a.checkpoint"), text.substring(text.indexOf("\n\n") + 2));
  }

  private Path claim(String name) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name + ".stl"),
            """
            solid %1$s
            facet normal 0 0 1
            outer loop
            vertex 0 0 0
            vertex 1 0 0
            vertex 0 1 0
            endloop
            endfacet
            endsolid %1$s
            """
                .formatted(name));
    Session.expect(0, shell.run("claim", file.toString(), "--id", name));
    return file;
  }

  private Session.Answer since(Object... rest) {
    List<String> arguments = new ArrayList<>(List.of("chain", "verify", "--since"));
    for (Object argument : rest) {
      arguments.add(argument.toString());
    }
    return shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void belowAReceiptOrACheckpointThatCountsHashesAreEnough() {
    for (Path file : List.of(receipt, checkpoint, folder.resolve("home/ledger/votes/checkpoint"))) {
      Session.Answer answer = since(file, "--policy", policy);
      assertThat(answer.code()).as("%s", answer).isZero();
      assertThat(answer.out())
          .startsWith("The chain is sound: 5 blocks, 5 transactions, head ")
          .contains(
              "of the first 3 blocks hashes and roots only, and no seals: signatures that count"
                  + " under "
                  + policy
                  + " vouch for them in "
                  + file);
    }
  }

  @Test
  void withoutAPolicyWhoeverNamesTheFileVouchesForIt() {
    for (Path file : List.of(receipt, checkpoint)) {
      Session.Answer answer = since(file);
      assertThat(answer.code()).as("%s", answer).isZero();
      assertThat(answer.out()).contains("you vouch for them by " + file);
    }
  }

  @Test
  void aReceiptOrCheckpointThatDoesNotCountIsRefused() throws IOException {
    for (Path file : List.of(receipt, checkpoint)) {
      // In each, the last signature's last bytes.
      String text = Files.readString(file);
      Path altered =
          Files.writeString(
              folder.resolve("altered"),
              text.substring(0, text.length() - 9)
                  + (text.charAt(text.length() - 9) == 'A' ? 'B' : 'A')
                  + text.substring(text.length() - 8));
      Session.Answer answer = since(altered, "--policy", policy);
      assertThat(answer.code()).as("%s", answer).isEqualTo(65);
      assertThat(answer.err()).contains("altered: The signature of", "does not match");
    }
    Path other = Files.writeString(folder.resolve("other.policy"), "quorum none\n");
    assertThat(since(checkpoint, "--policy", other).err())
        .contains("The policy does not know the log touchmark.invalid/");
    Path none = Files.writeString(folder.resolve("none"), "no receipt\n");
    assertThat(since(none).code()).isEqualTo(65);
  }

  @Test
  void aReceiptOrCheckpointOfAnotherNetworkSaysNothingOfThisChain() throws IOException {
    shell = new Session(folder.resolve("another")).initAcme();
    claim("c");
    for (List<Object> named :
        List.of(
            List.<Object>of(receipt, "--policy", policy),
            List.<Object>of(receipt),
            List.<Object>of(checkpoint))) {
      Session.Answer answer = since(named.toArray());
      assertThat(answer.code()).as("%s", answer).isEqualTo(65);
      assertThat(answer.err())
          .contains(
              "this %s is of another network"
                  .formatted(named.contains(receipt) ? "receipt" : "checkpoint"));
      assertThat(answer.out()).doesNotContain("DAMAGED");
    }
  }

  @Test
  void anotherTreeOfTheSameNetworkShowsThatTheChainIsNotTheOneThatWasVerified() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(checkpoint));
    lines.set(2, "A".repeat(43) + "=");
    Path other = Files.writeString(folder.resolve("other"), String.join("\n", lines) + "\n");
    Session.Answer answer = since(other);
    assertThat(answer.code()).as("%s", answer).isEqualTo(2);
    assertThat(answer.out()).contains("THE CHAIN IS DAMAGED", "tree that was verified before");
  }

  @Test
  void whatIsNeitherAFileNorABlockIsATypingError() {
    for (String wrong : List.of("lasst", "12:abc", "")) {
      Session.Answer answer = since(wrong);
      assertThat(answer.code()).as("%s", answer).isEqualTo(64);
      assertThat(answer.err()).contains("'" + wrong + "' is none of them");
    }
    assertThat(since("last", "--policy", policy).code()).isEqualTo(64);
  }
}
