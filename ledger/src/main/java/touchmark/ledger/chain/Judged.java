package touchmark.ledger.chain;

import java.util.List;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Transaction;

/// What a [BlockJudge] says of a block, its signatures apart.
public sealed interface Judged {
  /// All is in order as far as it goes; it counts once its signatures are found good too.
  ///
  /// @param after where the chain stands with it
  record Sound(Tip after, Block block, List<Transaction> transactions, List<Pending> pending)
      implements Judged {
    public Sound {
      transactions = List.copyOf(transactions);
      pending = List.copyOf(pending);
    }
  }

  /// It does not count.
  record Unsound(List<Fault> faults) implements Judged {
    public Unsound {
      faults = List.copyOf(faults);
    }
  }
}
