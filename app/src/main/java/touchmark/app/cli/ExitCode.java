package touchmark.app.cli;

import touchmark.app.verify.State;

/// What the command leaves to the shell. A contract: never renumbered.
enum ExitCode {
  /// Done, PASS, or no difference.
  OK(0),
  /// CAUTION, or `diff` found differences.
  CAUTION(1),
  /// FAIL, refused by a rule, or the chain is damaged.
  FAIL(2),
  /// Not registered, or nothing to compare with.
  UNKNOWN(3),
  USAGE(64),
  BAD_INPUT(65),
  UNREACHABLE(69),
  INTERNAL(70),
  DISK(74),
  LOCKED(77);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static ExitCode of(State state) {
    return switch (state) {
      case PASS -> OK;
      case CAUTION -> CAUTION;
      case FAIL -> FAIL;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// The one that decides when several files were handled: FAIL, a file that could not be read,
  /// UNKNOWN, CAUTION, PASS.
  static ExitCode worse(ExitCode a, ExitCode b) {
    return a.weight() >= b.weight() ? a : b;
  }

  private int weight() {
    return switch (this) {
      case OK -> 0;
      case CAUTION -> 1;
      case UNKNOWN -> 2;
      case BAD_INPUT -> 3;
      case FAIL -> 4;
      case USAGE, UNREACHABLE, DISK, LOCKED -> 5;
      case INTERNAL -> 6;
    };
  }
}
