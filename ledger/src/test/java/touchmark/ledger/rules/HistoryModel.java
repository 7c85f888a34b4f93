package touchmark.ledger.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// The rules of Section 3.4 as one would write them over a table of all transactions: slow, and
/// plainly right. Shares nothing with the rules that it checks.
final class HistoryModel {
  private record Row(Instant timeOfTx, Statement statement) {}

  private final List<Row> table = new ArrayList<>();

  void add(Instant timeOfTx, Statement statement) {
    table.add(new Row(timeOfTx, statement));
  }

  /// Empty when the rules accept.
  Optional<RefusalCode> judge(Instant timeOfTx, Statement statement) {
    if (statement instanceof Statement.RecordOwnership claim) {
      return judgeClaim(claim);
    }
    if (statement instanceof Statement.SendProductData send) {
      return judgeSend(timeOfTx, send);
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> judgeClaim(Statement.RecordOwnership claim) {
    for (Row row : table) {
      if (row.statement instanceof Statement.RecordOwnership earlier
          && earlier.productData().fingerprint().equals(claim.productData().fingerprint())) {
        return Optional.of(
            earlier.issuer().equals(claim.issuer())
                ? RefusalCode.ALREADY_YOURS
                : RefusalCode.CLAIMED_BY_OTHER);
      }
    }
    for (Fingerprint source : claim.productData().file().derivedFrom()) {
      if (!holds(claim.issuer(), source)) {
        return Optional.of(RefusalCode.SOURCE_NOT_HELD);
      }
    }
    return Optional.empty();
  }

  private Optional<RefusalCode> judgeSend(Instant timeOfTx, Statement.SendProductData send) {
    boolean registered = false;
    boolean owner = false;
    boolean received = false;
    boolean forwarder = false;
    boolean allowed = false;
    for (Row row : table) {
      boolean before = row.timeOfTx.isBefore(timeOfTx);
      if (row.statement instanceof Statement.RecordOwnership claim
          && claim.productData().fingerprint().equals(send.productData())) {
        registered = true;
        if (claim.issuer().equals(send.from())) {
          owner = true;
          allowed |= before;
        }
      }
      if (row.statement instanceof Statement.SendProductData earlier
          && earlier.productData().equals(send.productData())
          && earlier.to().equals(send.from())) {
        received = true;
        forwarder |= earlier.forward();
        allowed |= earlier.forward() && before;
      }
    }
    if (allowed) {
      return Optional.empty();
    }
    if (!registered) {
      return Optional.of(RefusalCode.NOT_REGISTERED);
    }
    if (owner || forwarder) {
      return Optional.of(RefusalCode.BAD_TIME);
    }
    return Optional.of(received ? RefusalCode.NO_RIGHT_TO_FORWARD : RefusalCode.NOT_A_HOLDER);
  }

  boolean holds(ResourceId party, Fingerprint fingerprint) {
    return table.stream()
        .anyMatch(
            row ->
                switch (row.statement) {
                  case Statement.RecordOwnership claim ->
                      claim.issuer().equals(party)
                          && claim.productData().fingerprint().equals(fingerprint);
                  case Statement.SendProductData send ->
                      send.to().equals(party) && send.productData().equals(fingerprint);
                  case Statement.EnrolOrganization ignored -> false;
                  case Statement.EnrolPerson ignored -> false;
                  case Statement.Delegate ignored -> false;
                });
  }
}
