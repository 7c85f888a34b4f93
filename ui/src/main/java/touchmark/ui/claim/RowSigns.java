package touchmark.ui.claim;

import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.control.Sign;

/// The sign of each state of a row.
final class RowSigns {
  private RowSigns() {}

  static Sign of(State state) {
    return switch (state) {
      case WAITING, READY -> Sign.PROVISIONAL;
      case READING, CLAIMING -> Sign.CHECKING;
      case DONE -> Sign.PASS;
      case TAKEN, CANCELLED -> Sign.UNKNOWN;
      case REFUSED, FAILED -> Sign.FAIL;
    };
  }
}
