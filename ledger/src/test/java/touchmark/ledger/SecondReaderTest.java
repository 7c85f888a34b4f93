package touchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.done;
import static touchmark.ledger.TestParties.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.crypto.CheckpointKeys;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.model.Recorded;

/// What another program, written from docs/format.md alone, says of our bytes.
class SecondReaderTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final CheckpointKeys KEYS = FixedSigner.keys(ACME);
  private static final Path SCRIPT = Path.of("src/test/python/second_reader.py").toAbsolutePath();
  private static final int RECORD_HEAD = 13;

  @TempDir private Path folder;
  private Path export;
  private Path receipt;
  private Path policy;
  private Head head;
  private Recorded claim;

  private record Answer(int code, String text) {}

  @BeforeAll
  static void findThePrograms() throws Exception {
    for (String program : List.of("python3", "openssl")) {
      if (!runs(program)) {
        Assumptions.abort("The second reader does not run: there is no " + program + " here.");
      }
    }
  }

  private static boolean runs(String program) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(program, program.equals("openssl") ? "version" : "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @BeforeEach
  void makeAChainWithRealTransactions() throws Exception {
    export = folder.resolve("chain.tmchain");
    receipt = folder.resolve("claim.tlog-proof");
    policy = folder.resolve("policy");
    try (Ledger ledger = PARTIES.found(folder.resolve("home"), TestParties.clock())) {
      ledger.receipts().beginCheckpointsOf(KEYS);
      claim = done(PARTIES.claim(ledger, ACME, fingerprint("bracket"))).recorded();
      done(PARTIES.send(ledger, ACME, BOLT, fingerprint("bracket"), true));
      done(PARTIES.send(ledger, BOLT, PRINT, fingerprint("bracket"), false));
      done(PARTIES.claim(ledger, BOLT, fingerprint("sliced"), fingerprint("bracket")));
      head = ledger.head();
      ledger.exportTo(export, Progress.SILENT);
      Files.write(
          receipt,
          ledger.receipts().receipt(claim.transaction().txId(), KEYS).orElseThrow().encode());
      Files.write(policy, ledger.receipts().policy(KEYS));
    }
  }

  private static Answer read(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Answer(process.exitValue(), text);
  }

  @Test
  void anExportedChainIsSoundAndItsHeadIsOurs() throws Exception {
    Answer answer = read("chain", export.toString());

    assertThat(answer.text())
        .contains(
            "%d blocks, %d transactions".formatted(head.height() + 1, head.transactions()),
            head.block().hex(),
            head.root().hex());
    assertThat(answer.code()).isZero();
  }

  @Test
  void aDamagedExportIsRefusedAndThePlaceIsNamed() throws Exception {
    byte[] good = Files.readAllBytes(export);
    List<Integer> starts = starts(good);
    int fifth = starts.get(5);

    assertWrong(flipped(good, 3), "bytes 0 to 16: this is no exported chain");
    assertWrong(flipped(good, fifth + 1), "bytes %d to %d".formatted(fifth, fifth + RECORD_HEAD));
    assertWrong(
        flipped(good, fifth + RECORD_HEAD + 70),
        "bytes %d to %d: the checksum".formatted(fifth, starts.get(6)));
    assertWrong(java.util.Arrays.copyOf(good, good.length - 1), "the file ends inside a record");
    assertWrong(java.util.Arrays.copyOf(good, starts.getLast()), "the chain was cut short");
  }

  @Test
  void alterationsUnderRightChecksumsAreFoundInTheirBlockAndTransaction() throws Exception {
    byte[] good = Files.readAllBytes(export);
    List<Integer> starts = starts(good);
    int start = starts.get((int) claim.position().height() + 1);
    int headerLength =
        (good[start + RECORD_HEAD] & 0xff) << 8 | good[start + RECORD_HEAD + 1] & 0xff;
    int header = start + RECORD_HEAD + 2;
    int leaf = header + headerLength + 4 + 4;
    int end = start + RECORD_HEAD + length(good, start);
    String block = "block " + claim.position().height() + ", ";

    assertWrong(withChecksum(flipped(good, header + 40), start), block, "height");
    assertWrong(withChecksum(flipped(good, header + 100), start), block, "size or root");
    assertWrong(withChecksum(flipped(good, end - 1), start), block, "seal");
    int nonce = new String(good, StandardCharsets.ISO_8859_1).indexOf("\"nonce\":\"", leaf) + 9;
    byte[] otherNonce = good.clone();
    otherNonce[nonce] = (byte) (good[nonce] == '0' ? '1' : '0');
    assertWrong(withChecksum(otherNonce, start), block, "transaction 0", "signature for acme");
  }

  @Test
  void aReceiptHoldsAndAnAlteredOneDoesNot() throws Exception {
    Answer answer = read("receipt", receipt.toString(), policy.toString());
    assertThat(answer.text()).contains(claim.transaction().txId().hex());
    assertThat(answer.code()).isZero();

    String good = Files.readString(receipt);
    assertReceiptWrong(good.replace("\nindex 9\n", "\nindex 8\n"), "not in the tree");
    int cosignature = good.indexOf("/acme ") + 40;
    char other = good.charAt(cosignature) == 'A' ? 'B' : 'A';
    assertReceiptWrong(
        good.substring(0, cosignature) + other + good.substring(cosignature + 1), "does not match");
    assertReceiptWrong(good.replaceAll("\u2014 [^ ]+/acme [^\n]+\n", ""), "not enough witnesses");
  }

  /// As docs/format.md says, under Policy.
  @Test
  void theAuthorityVouchesForEachKeyOfThePolicy() throws Exception {
    Path file = folder.resolve("acme.p12");
    TestParties alone = TestParties.createAcme(file);
    CheckpointKeys keys =
        KeyRing.open(file, "test".toCharArray(), TestParties.clock()).makeCheckpointKeys(ACME);
    Map<String, Path> certificates = new HashMap<>();
    try (Ledger ledger = alone.foundAlone(folder.resolve("alone"), TestParties.clock())) {
      String text = new String(ledger.receipts().policy(keys), StandardCharsets.UTF_8);
      Matcher matcher = Pattern.compile("# certificate of (\\S+): (\\S+)\n").matcher(text);
      while (matcher.find()) {
        Path pem = folder.resolve(matcher.group(1) + ".pem");
        Files.writeString(
            pem,
            "-----BEGIN CERTIFICATE-----\n"
                + matcher.group(2).replaceAll("(.{64})", "$1\n")
                + "\n-----END CERTIFICATE-----\n");
        certificates.put(matcher.group(1), pem);
      }
    }
    assertThat(certificates).containsOnlyKeys("authority", "log", "ed25519", "ml-dsa-44");
    // OpenSSL reads ML-DSA from 3.5 on; CheckpointKeyTest looks at that certificate.
    for (String name : List.of("log", "ed25519")) {
      Process process =
          new ProcessBuilder(
                  "openssl",
                  "verify",
                  "-no_check_time",
                  "-partial_chain",
                  "-trusted",
                  certificates.get("authority").toString(),
                  certificates.get(name).toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", name, said).isZero();
    }
  }

  private void assertReceiptWrong(String text, String because) throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.tlog-proof"), text);
    Answer answer = read("receipt", file.toString(), policy.toString());
    assertThat(answer.text()).contains(because);
    assertThat(answer.code()).isOne();
  }

  private void assertWrong(byte[] bytes, String... because) throws Exception {
    Path file = Files.write(folder.resolve("wrong.tmchain"), bytes);
    Answer answer = read("chain", file.toString());
    assertThat(answer.text()).contains(because);
    assertThat(answer.code()).isOne();
  }

  private static byte[] flipped(byte[] good, int at) {
    byte[] bad = good.clone();
    bad[at] ^= 1;
    return bad;
  }

  private static List<Integer> starts(byte[] file) {
    List<Integer> starts = new ArrayList<>();
    for (int at = 16; at < file.length; at += RECORD_HEAD + length(file, at)) {
      starts.add(at);
    }
    return starts;
  }

  private static int length(byte[] file, int start) {
    return java.nio.ByteBuffer.wrap(file).getInt(start + 1);
  }

  private static byte[] withChecksum(byte[] file, int start) {
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(file, start + RECORD_HEAD, length(file, start));
    java.nio.ByteBuffer.wrap(file).putInt(start + 9, (int) crc.getValue());
    return file;
  }
}
