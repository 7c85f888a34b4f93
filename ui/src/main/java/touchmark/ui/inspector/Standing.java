package touchmark.ui.inspector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.Rights;

/// What the ledger says of a file, for one party.
///
/// @param level what the party may do
/// @param claim empty when nobody registered these bytes
/// @param versions the versions known here, for example `bracket, v1 to v3`; empty when unknown
/// @param holders the owner first
public record Standing(
    Rights.Level level, Optional<Claim> claim, String versions, List<Holder> holders) {
  /// Who registered the file, and where that stands.
  ///
  /// @param at the block's time
  public record Claim(String owner, Instant at, long block, boolean isFinal) {}

  /// One party that has the file.
  public record Holder(String name, Rights.Level level) {}

  public Standing {
    holders = List.copyOf(holders);
  }

  /// How many of the holders, besides the owner, may send it on.
  public long mayForward() {
    return holders.stream().filter(one -> one.level() == Rights.Level.MAY_FORWARD).count();
  }
}
