package touchmark.ledger.rules;

import static touchmark.ledger.rules.Words.refuse;

import java.util.Optional;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.State;

/// The bounds that the network set for itself in its genesis.
final class WithinLimits implements Rule {
  static final String NAME = "limits [format: genesis]";

  @Override
  public Optional<Verdict.Refused> judge(Submission submission, State state) {
    Limits limits = state.genesis().limits();
    int payload = submission.envelope().payload().length();
    if (payload > limits.largestPayload()) {
      return over("payload", payload, limits.largestPayload(), "bytes");
    }
    if (submission.transaction().statement() instanceof Statement.RecordOwnership claim) {
      return switch (claim.productData().file().labels()) {
        case FileLabels.Clear clear -> {
          int longest = clear.descriptions().stream().mapToInt(String::length).max().orElse(0);
          yield longest > limits.longestDescription()
              ? over("longest description", longest, limits.longestDescription(), "characters")
              : versions(clear.versionIds().size(), limits);
        }
        case FileLabels.Sealed sealed -> versions(sealed.versionIds().size(), limits);
      };
    }
    return Optional.empty();
  }

  private static Optional<Verdict.Refused> versions(int versions, Limits limits) {
    return versions > limits.mostVersions()
        ? over("list of versions", versions, limits.mostVersions(), "entries")
        : Optional.empty();
  }

  private static Optional<Verdict.Refused> over(String what, int found, int most, String unit) {
    return refuse(
        NAME,
        RefusalCode.MALFORMED,
        "The %s has %d %s; this network allows %d.".formatted(what, found, unit, most));
  }
}
