package touchmark.app.signature.cms;

import touchmark.app.signature.Profile;
import touchmark.ledger.model.Bytes;

/// A block of text in a file that holds a CMS.
///
/// @param coveredTo where the bytes end over which the signature stands; they begin with the file
/// @param from where the block begins
/// @param to where it ends
/// @param body what it holds
public record SignedBlock(Profile profile, long coveredTo, long from, long to, Body body) {
  public SignedBlock {
    if (coveredTo < 0 || coveredTo > from || to < from) {
      throw new IllegalArgumentException("no block covers " + coveredTo + " from " + from);
    }
  }

  /// What a block holds.
  public sealed interface Body {
    /// A CMS, whatever its bytes may be worth.
    record Cms(Bytes bytes) implements Body {}

    /// None.
    ///
    /// @param reason a clause
    record Broken(String reason) implements Body {}
  }
}
