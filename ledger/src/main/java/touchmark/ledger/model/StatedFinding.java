package touchmark.ledger.model;

/// What the owner's own inspection found in the bytes when they were claimed: a void that is meant
/// to be there is stated, so that a verification need not warn of it.
///
/// @param code as the inspection prints it, for example `INTERNAL_VOID`
/// @param count how many of them
public record StatedFinding(String code, int count) {
  public StatedFinding {
    code = Text.required("a finding's code", code, 64);
    if (count < 1) {
      throw new IllegalArgumentException("a stated finding counts at least one, not " + count);
    }
  }
}
