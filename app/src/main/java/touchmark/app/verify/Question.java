package touchmark.app.verify;

import touchmark.ledger.StoreException;

/// One of the seven questions before a print [Fig. 12]. [Questions] lists them.
sealed interface Question
    permits IntegrityQuestion,
        AuthenticityQuestion,
        OwnershipQuestion,
        RightQuestion,
        LineageQuestion,
        SoundnessQuestion,
        FreshnessQuestion {
  Axis axis();

  Check answer(Case file) throws StoreException;

  /// Builds an answer of this axis.
  default Check check(State state, String code, String message, Evidence evidence) {
    return new Check(axis(), state, code, message, evidence.transactions(), evidence.findings());
  }
}
