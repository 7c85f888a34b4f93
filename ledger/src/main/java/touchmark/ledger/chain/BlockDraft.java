package touchmark.ledger.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.rules.SignatureCheck;
import touchmark.ledger.rules.Submission;
import touchmark.ledger.rules.Verdict;
import touchmark.ledger.state.State;

/// A block in the making: each transaction is judged against the state with those before it. For
/// one thread.
public final class BlockDraft {
  // More than any header and seal, and the counts around them.
  private static final int FRAME = 8 * 1024;

  private final Tip before;
  private final Policy policy;
  private final ResourceId validator;
  private final Instant timestamp;
  private final Limits limits;
  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private State state;
  private Frontier tree;
  private long length = FRAME;

  /// @param now the validator's clock; the block is never older than the one before
  public BlockDraft(Tip before, Policy policy, ResourceId validator, Instant now) {
    this.before = before;
    this.policy = policy;
    this.validator = validator;
    this.limits = before.state().genesis().limits();
    Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
    this.timestamp = millis.isBefore(before.earliestNext()) ? before.earliestNext() : millis;
    this.state = before.state().entering(before.height() + 1);
    this.tree = before.tree();
  }

  /// The block's time.
  public Instant timestamp() {
    return timestamp;
  }

  /// Whether a transaction still fits in.
  public boolean hasRoomFor(Envelope envelope) {
    return envelopes.size() < limits.mostTransactions()
        && length + Integer.BYTES + Envelopes.encode(envelope).length <= limits.largestBlock();
  }

  /// Judges all of a transaction but its signatures, and takes it if no rule refuses it.
  ///
  /// @return why it is refused
  public Optional<Verdict.Refused> offer(Transaction tx, Envelope envelope) {
    Submission submission = new Submission(tx, envelope, timestamp);
    Optional<Verdict.Refused> refused = policy.judgeStatement(submission, state);
    if (refused.isEmpty()) {
      byte[] leaf = Envelopes.encode(envelope);
      for (SignatureCheck check : policy.signatures(submission, state)) {
        pending.add(new Pending(OptionalInt.of(envelopes.size()), check));
      }
      state = state.after(tx, new Position(before.height() + 1, envelopes.size()), timestamp);
      tree = tree.append(MerkleHash.leaf(leaf));
      length += Integer.BYTES + leaf.length;
      envelopes.add(envelope);
    }
    return refused;
  }

  /// Checks the signatures of all that was taken, on all cores. Where one does not hold, this draft
  /// is of no use, since others may build on that transaction.
  ///
  /// @return the ones that do not hold, with the place of their transaction
  public List<Pending> wrongSignatures() {
    return pending.parallelStream().filter(signature -> !signature.check().holds()).toList();
  }

  public boolean isEmpty() {
    return envelopes.isEmpty();
  }

  /// The header that is to be sealed.
  public BlockHeader header() {
    return new BlockHeader(
        BlockHeader.VERSION,
        state.network(),
        before.height() + 1,
        before.hash(),
        timestamp,
        tree.size(),
        tree.root(),
        state.membership().validators().number(),
        validator);
  }

  /// The block with its seal over [#header].
  public Block sealed(Bytes seal) {
    return Blocks.of(header(), envelopes, seal);
  }
}
