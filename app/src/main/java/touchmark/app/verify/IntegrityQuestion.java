package touchmark.app.verify;

/// Are these exact bytes on the ledger?
record IntegrityQuestion() implements Question {
  static final String NOT_REGISTERED = "NOT_REGISTERED";

  @Override
  public Axis axis() {
    return Axis.INTEGRITY;
  }

  @Override
  public Check answer(Case file) {
    if (file.exact().isPresent()) {
      Registered exact = file.exact().get();
      return check(
          State.PASS,
          "REGISTERED",
          "These exact bytes are registered by "
              + exact.owner()
              + (exact.named() ? " as " + exact.title() : "")
              + ".",
          Evidence.of(exact.claim()));
    }
    if (file.counterpart().isPresent()) {
      Registered other = file.counterpart().get();
      return check(
          State.FAIL,
          "OTHER_BYTES",
          "Not on the ledger. "
              + other.owner()
              + " registered other bytes as "
              + other.title()
              + difference(file),
          Evidence.of(other.claim()));
    }
    return check(
        State.UNKNOWN,
        NOT_REGISTERED,
        "Nobody registered these bytes." + hint(file),
        file.lookalike().map(other -> Evidence.of(other.claim())).orElse(Evidence.NONE));
  }

  private static String difference(Case file) {
    return file.difference()
        .map(
            difference ->
                difference.same() || difference.lines().isEmpty()
                    ? "; the content does not differ, only the bytes."
                    : "; " + asEnd(difference.lines().getFirst()))
        .orElse(".");
  }

  private static String hint(Case file) {
    return file.lookalike()
        .map(
            other ->
                " The same shape is registered under other bytes: "
                    + other.title()
                    + " of "
                    + other.owner()
                    + ".")
        .orElse("");
  }

  private static String asEnd(String line) {
    return line.endsWith(".") ? line : line + ".";
  }
}
