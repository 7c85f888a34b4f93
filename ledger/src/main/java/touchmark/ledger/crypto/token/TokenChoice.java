package touchmark.ledger.crypto.token;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Which token of a library is meant: by slot, by label, or the only one there is.
public record TokenChoice(Path library, OptionalLong slot, Optional<String> label) {
  /// Looks for the one token.
  ///
  /// @throws TokenException MISSING when there is none, or more than one; the message names those
  ///   that are there
  public TokenAddress find() throws TokenException {
    List<TokenSlot> tokens = Cryptoki.load(library).tokens();
    List<TokenSlot> fitting =
        tokens.stream()
            .filter(token -> slot.isEmpty() || slot.getAsLong() == token.slot())
            .filter(token -> label.isEmpty() || label.get().equals(token.label()))
            .toList();
    if (fitting.size() != 1) {
      throw new TokenException(
          TokenException.Reason.MISSING,
          "%s%s; %s"
              .formatted(
                  fitting.isEmpty()
                      ? "there is no such token in "
                      : "say which token is meant, by label or slot, in ",
                  library,
                  TokenSlot.listed(tokens)));
    }
    return new TokenAddress(
        library.toAbsolutePath(), fitting.getFirst().label(), fitting.getFirst().serial());
  }
}
