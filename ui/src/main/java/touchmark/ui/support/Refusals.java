package touchmark.ui.support;

import touchmark.ledger.rules.RefusalCode;

/// What a refusal means for the file and what to do next, for people. The rule and the reason are
/// said by the refusal itself.
public final class Refusals {
  private final Messages words = Messages.of("refusals");

  /// One or two sentences.
  public String meaning(RefusalCode code) {
    return words.text(code.name());
  }
}
