package touchmark.app.verify;

import java.util.List;
import touchmark.app.inspect.Finding;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.TxId;

/// What an answer rests on.
record Evidence(List<TxId> transactions, List<Finding> findings) {
  static final Evidence NONE = new Evidence(List.of(), List.of());

  static Evidence of(Recorded... recorded) {
    return of(List.of(recorded));
  }

  static Evidence of(List<Recorded> recorded) {
    return new Evidence(
        recorded.stream().map(each -> each.transaction().txId()).toList(), List.of());
  }

  Evidence with(List<Finding> found) {
    return new Evidence(transactions, found);
  }
}
