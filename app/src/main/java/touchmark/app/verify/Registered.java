package touchmark.app.verify;

import java.util.Optional;
import touchmark.app.contacts.Names;
import touchmark.app.inspect.Inspection;
import touchmark.app.vault.Shape;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Statement.RecordOwnership;

/// A registered file that a verification looks at.
///
/// @param claim the transaction
/// @param statement what it says
/// @param owner the claimant's name, for people
/// @param title `bracket v3`, for people
/// @param shape of its model, as far as the vault remembers one
/// @param copy the vault's copy, inspected, when it is there and was needed
public record Registered(
    Recorded claim,
    RecordOwnership statement,
    String owner,
    String title,
    Optional<Shape> shape,
    Optional<Inspection> copy) {
  public Fingerprint fingerprint() {
    return statement.productData().fingerprint();
  }

  /// Whether the title is a name, and not a short fingerprint for want of one.
  boolean named() {
    return !title.equals(Names.brief(fingerprint()));
  }

  /// The same with the vault's copy.
  Registered withCopy(Optional<Inspection> inspected) {
    return new Registered(claim, statement, owner, title, shape, inspected);
  }
}
