package touchmark.ledger.model;

/// What opens a [Commitment]: the text and its salt. Goes to recipients, never on the chain.
public record Opening(Salt salt, String text) {
  public Opening {
    text = Text.bounded("a committed text", text, 4_000);
  }
}
