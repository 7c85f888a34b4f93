package touchmark.ledger;

import java.util.List;
import touchmark.ledger.model.Statement;

/// A statement, and who signs it.
public record SignedStatement(Statement statement, List<SignedBy> signers) {
  public SignedStatement {
    signers = List.copyOf(signers);
  }
}
