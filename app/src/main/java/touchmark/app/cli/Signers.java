package touchmark.app.cli;

import touchmark.app.usecase.Party;
import touchmark.ledger.model.ResourceId;

/// Who signs for a party.
final class Signers {
  private Signers() {}

  static ResourceId of(Party party) throws Problem {
    return party
        .signedBy()
        .orElseThrow(
            () ->
                new Problem(
                    ExitCode.USAGE, "This home holds no key that signs for " + party.name() + "."));
  }
}
