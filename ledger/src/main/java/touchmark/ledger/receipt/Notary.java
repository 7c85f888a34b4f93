package touchmark.ledger.receipt;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.proof.MerkleProofs;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.TreeHead;

/// The hand of a validator that signs checkpoints, and never two that contradict each other [C2SP
/// tlog-checkpoint, Signatures]: each is checked to contain the one before, and is on the disk
/// before anybody sees it. Keys whose last signature is not on record here sign nothing, since they
/// may have signed what this disk forgot. For one thread at a time.
public final class Notary {
  private static final TreeHead EMPTY = Frontier.EMPTY.head();

  private final LastSigned file;
  private final ValidatorSigners signers;
  private final Clock clock;

  /// @param file of the last checkpoint that was signed
  /// @param clock gives the cosignatures' time
  public Notary(Path file, ValidatorSigners signers, Clock clock) {
    this.file = new LastSigned(file);
    this.signers = signers;
    this.clock = clock;
  }

  /// Begins the record of keys that have signed nothing yet, with the empty tree, which every tree
  /// contains. Replaces the record of other keys.
  public void begin() throws StoreException {
    file.write(signers.sign(EMPTY, clock.instant()));
  }

  /// Whether what these keys signed last is on record here.
  ///
  /// @throws StoreException if the record is damaged or cannot be read
  public boolean remembers() throws StoreException {
    return last().isPresent();
  }

  /// Signs the head of a final tree, or gives the note again when it was signed last.
  ///
  /// @param proofs of a tree of at least that size, read from the same bytes
  /// @throws StoreException if these keys may not sign, or not this head; nothing is signed then
  public SignedNote sign(TreeHead head, MerkleProofs proofs) throws StoreException {
    Signed last =
        last()
            .orElseThrow(
                () ->
                    new StoreException(
                        "No checkpoint is signed: what these keys signed before is not on record"
                            + " here."));
    TreeHead before = last.checkpoint().head();
    if (before.equals(head) && head.size() > 0) {
      return last.note();
    }
    requireGrown(before, head, proofs);
    SignedNote note = signers.sign(head, notBefore(last));
    file.write(note);
    return note;
  }

  private static void requireGrown(TreeHead before, TreeHead head, MerkleProofs proofs)
      throws StoreException {
    if (head.size() < before.size()) {
      throw new StoreException(
          "No checkpoint is signed: one of %d transactions was signed already, and the chain has %d."
              .formatted(before.size(), head.size()));
    }
    if (before.size() > 0
        && !proofs.consistency(before.size(), head.size()).proves(before.root(), head.root())) {
      throw new StoreException(
          "No checkpoint is signed: the chain is not the one whose first %d transactions were signed"
                  .formatted(before.size())
              + " for already.");
    }
  }

  /// A clock that was set back does not make the time of a larger tree an earlier one.
  private Instant notBefore(Signed last) {
    Instant now = clock.instant();
    return last.note().signatures().stream()
        .filter(signers.cosigner().key()::isNamedBy)
        .flatMap(signature -> signers.cosigner().key().time(signature).stream())
        .filter(now::isBefore)
        .findFirst()
        .orElse(now);
  }

  private Optional<Signed> last() throws StoreException {
    Optional<SignedNote> note = file.read();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    try {
      Checkpoint checkpoint = Checkpoint.parse(note.get().text());
      return signers.made(note.get(), checkpoint)
          ? Optional.of(new Signed(note.get(), checkpoint))
          : Optional.empty();
    } catch (MalformedException e) {
      throw new StoreException(
          "The last checkpoint that was signed cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private record Signed(SignedNote note, Checkpoint checkpoint) {}
}
