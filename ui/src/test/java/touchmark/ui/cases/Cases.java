package touchmark.ui.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;

/// Made-up parties and transactions for tests of the panels.
public final class Cases {
  public static final ResourceId ACME = new ResourceId("acme-gmbh");
  public static final ResourceId BOLT = new ResourceId("bolt-ltd");
  public static final ResourceId PRINT = new ResourceId("print-co");
  public static final ResourceId AERO = new ResourceId("aero-service");
  public static final Party ACME_PARTY =
      new Party(ACME, "Acme GmbH", Optional.of(new ResourceId("p-0417")));
  public static final Party PRINT_PARTY =
      new Party(PRINT, "Print Co", Optional.of(new ResourceId("p-0233")));

  private Cases() {}

  /// The digest of a word.
  public static Digest digest(String word) {
    try {
      return Digest.of(
          MessageDigest.getInstance("SHA-256").digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public static Fingerprint fingerprint(String word) {
    return new Fingerprint(digest(word));
  }

  public static Recorded recorded(Statement statement, ResourceId signer, long height, Instant at) {
    Instant time = Instant.ofEpochMilli(at.toEpochMilli());
    return new Recorded(
        new Transaction(
            new TxId(digest("tx " + height)),
            new NetworkId(digest("network")),
            new Nonce(height, 1),
            time,
            time.plus(Duration.ofDays(30)),
            statement,
            List.of(new Signer(signer, new CertificateHash(digest("key of " + signer))))),
        new Position(height, 0),
        new BlockHash(digest("block " + height)),
        time,
        true);
  }

  public static Recorded sent(
      ResourceId from, ResourceId to, String file, boolean forward, long height, Instant at) {
    return recorded(
        new Statement.SendProductData(from, to, fingerprint(file), forward), from, height, at);
  }
}
