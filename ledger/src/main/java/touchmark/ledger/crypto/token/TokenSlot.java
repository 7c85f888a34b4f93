package touchmark.ledger.crypto.token;

import java.util.List;
import java.util.stream.Collectors;

/// An initialized token and the slot that it is in at this moment.
record TokenSlot(long slot, String label, String serial, boolean pinLocked) {
  static String listed(List<TokenSlot> tokens) {
    return tokens.isEmpty()
        ? "no token is there"
        : "there are: "
            + tokens.stream()
                .map(token -> "'%s' (slot %d)".formatted(token.label(), token.slot()))
                .collect(Collectors.joining(", "));
  }
}
