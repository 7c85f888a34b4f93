package touchmark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.app.cli.Session.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.cli.Session.Answer;

class IdentityCommandsTest {
  private static final String ADDRESS = "street=Mill Lane,town=Leeds,country=GB";

  @TempDir Path directory;
  private Session session;

  @BeforeEach
  void begin() {
    session =
        new Session(directory.resolve("home")).with("TOUCHMARK_FILE_PASSWORD", "battery staple");
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private String part(int number) throws Exception {
    Path file = directory.resolve("part" + number + ".gcode");
    Files.writeString(file, "G28\nG1 X" + number + " Y1 E1 F1200\nG1 X2 Y2 E2\n");
    return file.toString();
  }

  private static JsonNode json(Answer answer) throws Exception {
    return new ObjectMapper().readTree(answer.out());
  }

  private String person() throws Exception {
    return json(session.run("--json", "identity", "show")).path("signedBy").asText();
  }

  private static void refused(int code, String sentence, Answer answer) {
    expect(code, answer);
    assertThat(answer.err() + answer.out()).contains(sentence);
    assertThat(answer.err().lines().count()).as("one sentence: %s", answer.err()).isLessThan(3);
  }

  @Test
  void ed25519IsChosenAtInitAndClaims() throws Exception {
    expect(
        0,
        session.run(
            "init",
            "--org",
            "Acme",
            "--address",
            ADDRESS,
            "--person",
            "Erin Berg",
            "--key",
            "ed25519"));
    expect(0, session.run("claim", part(1)));
    expect(0, session.run("chain", "verify"));
    for (String kind : List.of("rsa", "ml-dsa-65", "p384")) {
      refused(64, "--key", session.run("identity", "add", "--person", "Ben Ley", "--key", kind));
    }
  }

  @Test
  void aFurtherPersonSignsForTheOrganization() throws Exception {
    session.initAcme();
    Answer added = session.run("--json", "identity", "add", "--person", "Ben Ley");
    expect(0, added);
    String ben = json(added).path("person").asText();
    assertThat(ben).startsWith("p-");
    expect(0, session.run("--as", ben + "@acme", "claim", part(1)));
    refused(64, "is no member", session.run("--as", "p-none@acme", "claim", part(2)));
  }

  @Test
  void theAuthorityIsKeptOfflineAndNamedWhenItIsNeeded() throws Exception {
    session.initAcme();
    String file = path("authority.p12");
    expect(0, session.run("identity", "export", "--authority", file));
    expect(0, session.run("claim", part(1)));
    refused(
        77,
        "The authority key of acme is kept offline; name its file with --authority-key FILE.",
        session.run("identity", "add", "--person", "Ben Ley"));
    expect(0, session.run("identity", "add", "--person", "Ben Ley", "--authority-key", file));
    refused(
        77,
        "The password does not open",
        new Session(directory.resolve("home"))
            .with("TOUCHMARK_FILE_PASSWORD", "correct horse")
            .run("identity", "rotate", "--authority-key", file));
    refused(
        77,
        "The password of the key file is needed: give --file-password-file FILE, or set"
            + " TOUCHMARK_FILE_PASSWORD.",
        new Session(directory.resolve("home")).run("identity", "rotate", "--authority-key", file));
    refused(
        65,
        "is kept offline already",
        session.run("identity", "export", "--authority", path("again.p12")));
    refused(65, "no such file", session.run("identity", "rotate", "--authority-key", path("no")));
  }

  @Test
  void theOfflineAuthorityIsTheWayBackAfterAStolenKey() throws Exception {
    session.initAcme();
    String file = path("authority.p12");
    expect(0, session.run("identity", "export", "--authority", file));
    String person = person();
    expect(0, session.run("claim", part(1)));

    refused(77, "kept offline", session.run("identity", "revoke", person));
    expect(0, session.run("identity", "revoke", person, "--authority-key", file));
    expect(2, session.run("claim", part(2)));
    Session.Answer list = session.run("identity", "list");
    assertThat(list.out()).contains(", REVOKED");
    assertThat(list.err()).contains("was revoked, and what it signs is refused; renew it with");
    refused(77, "kept offline", session.run("identity", "rotate"));
    expect(2, session.run("claim", part(2)));
    expect(0, session.run("identity", "rotate", "--authority-key", file));
    expect(0, session.run("claim", part(2)));
    expect(0, session.run("chain", "verify"));
  }

  @Test
  void packagesForTheFormerEncryptionKeyStillOpen() throws Exception {
    session.initAcme().addParty("Bolt Ltd", "bolt");
    String claimed = part(1);
    String box = path("box.tmk");
    expect(0, session.run("claim", claimed));
    expect(0, session.run("share", claimed, "--to", "bolt", "--package", box));
    expect(0, session.run("--as", "bolt", "identity", "rotate", "--encryption"));
    Answer opened = session.run("--as", "bolt", "open", box);
    assertThat(opened.code()).as(opened.toString()).isLessThan(2);
  }

  @Test
  void certificatesAreExportedAndKeysOnlyUnderAPassword() throws Exception {
    session.initAcme();
    String pem = path("acme.pem");
    expect(0, session.run("identity", "export", "-o", pem));
    assertThat(Files.readString(Path.of(pem)))
        .contains("-----BEGIN CERTIFICATE-----")
        .doesNotContain("PRIVATE");
    Answer printed = session.run("identity", "export");
    assertThat(printed.out()).isEqualTo(Files.readString(Path.of(pem)));
    String backup = path("erin.p12");
    refused(
        77,
        "TOUCHMARK_FILE_PASSWORD",
        new Session(directory.resolve("home")).run("identity", "export", "--backup", backup));
    assertThat(Path.of(backup)).doesNotExist();
    expect(0, session.run("identity", "export", "--backup", backup));
    refused(65, "a file already", session.run("identity", "export", "--backup", backup));
    refused(65, "has keys of p-", session.run("identity", "import", backup));
  }

  @Test
  void aRequestIsSignedAndNamesThePersonOnlyThere() throws Exception {
    session.initAcme();
    Answer request = session.run("identity", "csr");
    expect(0, request);
    assertThat(request.out()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
    String file = path("request.pem");
    expect(
        0, session.run("identity", "csr", "--authority", "--subject", "CN=Acme,C=DE", "-o", file));
    assertThat(Files.readString(Path.of(file))).contains("CERTIFICATE REQUEST");
    refused(64, "is no X.500 name", session.run("identity", "csr", "--subject", "Erin"));
  }

  @Test
  void whatIsNoCertificateIsRefused() throws Exception {
    session.initAcme();
    refused(65, "no such file", session.run("identity", "import", path("none.pem")));
    Path garbage = Files.writeString(directory.resolve("garbage.pem"), "-----BEGIN CERTIFICATE");
    refused(65, "does not end", session.run("identity", "import", garbage.toString()));
    Path huge = directory.resolve("huge.pem");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    refused(65, "at most 1048576 are read", session.run("identity", "import", huge.toString()));
    Path keyless = directory.resolve("huge.p12");
    Files.move(huge, keyless);
    refused(65, "a key store has at most", session.run("identity", "import", keyless.toString()));
    Path foreign = directory.resolve("acme.pem");
    expect(0, session.run("identity", "export", "-o", foreign.toString()));
    refused(
        65,
        "None of the certificates is of a key in this home",
        session.run("identity", "import", foreign.toString()));
    refused(64, "Name files to import", session.run("identity", "import"));
  }

  @Test
  void aTokenThatIsNotThereIsOneSentence() throws Exception {
    session.initAcme();
    refused(
        69,
        "There is no PKCS#11 library at",
        session.run("identity", "add", "--person", "Ben Ley", "--pkcs11", path("none.so")));
    refused(
        64,
        "need --pkcs11 LIBRARY",
        session.run("identity", "add", "--person", "Ben Ley", "--token", "card"));
    assertThat(json(session.run("--json", "identity", "list")).get(0).path("certificates"))
        .as("nothing was made")
        .hasSize(4);
  }

  @Test
  void theListSaysUntilWhenCertificatesAreValid() throws Exception {
    session.initAcme();
    JsonNode list = json(session.run("--json", "identity", "list"));
    assertThat(list.get(0).path("certificates").findValuesAsText("use"))
        .containsExactly("authority", "sealing", "encryption", "signing");
    assertThat(list.get(0).path("certificates").findValuesAsText("state")).containsOnly("VALID");
    assertThat(json(session.run("--json", "status")).path("certificates")).isEmpty();
  }

  @Test
  void anExportNeverReplacesAFile() throws Exception {
    session.initAcme();
    Path keys = directory.resolve("home").resolve("keys.p12");
    byte[] before = Files.readAllBytes(keys);
    for (List<String> export :
        List.of(
            List.of("export", "-o"),
            List.of("export", "--backup"),
            List.of("export", "--authority"),
            List.of("csr", "-o"))) {
      Answer answer = session.run("identity", export.get(0), export.get(1), keys.toString());
      assertThat(answer.code()).as(export.toString()).isEqualTo(65);
      assertThat(answer.err()).containsAnyOf("exists already", "a file already");
      assertThat(Files.readAllBytes(keys)).isEqualTo(before);
    }
  }

  @Test
  void aRequestForAKeyThatIsNotMadeSoIsRefused() throws Exception {
    session.initAcme();
    String none = path("none.so");
    for (List<String> origin :
        List.of(List.of("--key", "ed25519"), List.of("--pkcs11", none), List.of("--slot", "3"))) {
      refused(
          64,
          "An encryption key is P-256 and in the home; leave --key, --pkcs11",
          session.run("identity", "rotate", "--encryption", origin.getFirst(), origin.getLast()));
    }
    refused(
        64,
        "Keys in tokens are P-256; leave --key away.",
        session.run(
            "identity", "rotate", "--pkcs11", none, "--in-token", "person", "--key", "ed25519"));
    refused(
        64,
        "An imported key is as it is; leave --key",
        session.run("identity", "import", "--pkcs11", none, "--key", "ed25519"));
  }
}
