package touchmark.ledger.rules;

/// What the rules say of a transaction. A refusal is an answer, not an error.
public sealed interface Verdict {
  /// It may be recorded.
  record Accepted() implements Verdict {}

  /// It may not.
  ///
  /// @param rule the rule as people cite it, for example `rule 2 [Section 3.4]`
  /// @param code for programs
  /// @param reason one sentence for people: who, what, since when
  record Refused(String rule, RefusalCode code, String reason) implements Verdict {}
}
