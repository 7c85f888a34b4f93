package touchmark.ui.verify;

import java.time.Instant;
import java.util.List;
import touchmark.app.verify.Check;

/// Why a check answered as it did: the transactions that say so.
///
/// @param papers oldest first, at most those that the check named
record Proof(Check check, List<Paper> papers) {
  Proof {
    papers = List.copyOf(papers);
  }

  /// What a transaction did.
  enum Deed {
    CLAIMED,
    SENT,
    SENT_FORWARD,
    ENROLLED_ORGANIZATION,
    ENROLLED_PERSON,
    DELEGATED,
    HANDED_OVER,
    WITHDREW,
    DISPUTED,
    REGISTERED_PART,
    HANDED_PART_ON,
    ROTATED,
    REVOKED,
    CHANGED_VALIDATORS
  }

  /// One transaction, in the words of people.
  ///
  /// @param who the party that acted
  /// @param other to whom or whom it named, or empty
  /// @param file the fingerprint it names, or empty
  record Paper(
      Deed deed,
      String who,
      String other,
      Instant at,
      long block,
      boolean isFinal,
      String file,
      String txId) {}
}
