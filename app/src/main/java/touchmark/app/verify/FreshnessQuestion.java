package touchmark.app.verify;

import java.time.Duration;
import java.util.Optional;
import touchmark.ledger.Head;

/// Is this station's chain up to date, or are the answers from last week?
record FreshnessQuestion() implements Question {
  static final String DAMAGED = "CHAIN_DAMAGED";

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration STALE = Duration.ofDays(7);

  @Override
  public Axis axis() {
    return Axis.FRESHNESS;
  }

  @Override
  public Check answer(Case file) {
    Optional<String> damage = file.ledger().readOnlyBecause();
    if (damage.isPresent()) {
      return check(
          State.UNKNOWN,
          DAMAGED,
          "The chain on this disk takes no more blocks: " + damage.get(),
          Evidence.NONE);
    }
    Head head = file.ledger().head();
    Duration age = Duration.between(head.blockTime(), file.now());
    if (age.compareTo(Duration.ofMinutes(-2)) < 0) {
      return check(
          State.CAUTION,
          "CLOCK_BEHIND",
          "This computer's clock is behind the newest block by " + Ages.words(age.negated()) + ".",
          Evidence.NONE);
    }
    return switch (file.ledger().network().mode()) {
      case SOLO -> solo(file, age);
      case LONGEST_CHAIN, ORDERED -> shared(age);
    };
  }

  private Check solo(Case file, Duration age) {
    if (file.ledger().canSeal()) {
      return check(
          State.PASS,
          "SOLO",
          "The chain lives on this workstation only, so it is up to date; it proves nothing to"
              + " others.",
          Evidence.NONE);
    }
    String copy =
        "This is a copy of a chain that lives on one other workstation; it proves nothing to"
            + " others. Its newest block is "
            + Ages.words(age)
            + " old.";
    return check(
        age.compareTo(STALE) > 0 ? State.CAUTION : State.PASS, "SOLO_COPY", copy, Evidence.NONE);
  }

  private Check shared(Duration age) {
    String sentence = "The newest block is " + Ages.words(age) + " old.";
    if (age.compareTo(STALE) > 0) {
      return check(State.UNKNOWN, "STALE", sentence, Evidence.NONE);
    }
    return age.compareTo(FRESH) > 0
        ? check(State.CAUTION, "AGEING", sentence, Evidence.NONE)
        : check(State.PASS, "FRESH", sentence, Evidence.NONE);
  }
}
