package touchmark.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Claims of files that hold a text, for tests.
final class Claims {
  private Claims() {}

  static Statement.RecordOwnership of(ResourceId issuer, String text) {
    Fingerprint fingerprint =
        new Fingerprint(Hashing.sha256(text.getBytes(StandardCharsets.UTF_8)));
    Commitment label = new Commitment(fingerprint.digest());
    return new Statement.RecordOwnership(
        issuer,
        new DigitalAsset(
            fingerprint,
            HashAlgorithm.SHA_256,
            false,
            Optional.empty(),
            Optional.empty(),
            new ProductFile(
                new FileLabels.Sealed(label, List.of(label), List.of()),
                DataType.GEOMETRY_3D,
                List.of())),
        List.of());
  }
}
