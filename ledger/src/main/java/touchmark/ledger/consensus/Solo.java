package touchmark.ledger.consensus;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import touchmark.ledger.Outcome;
import touchmark.ledger.StoreException;
import touchmark.ledger.chain.BlockDraft;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.Tip;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;
import touchmark.ledger.store.Lane;

/// One validator, this workstation: blocks are final at once. Proposals that arrive while a block
/// is being written share the next one.
public final class Solo implements Consensus {
  private static final Verdict.Refused TOO_LARGE =
      new Verdict.Refused(
          "limits [format: genesis]",
          RefusalCode.MALFORMED,
          "The transaction alone is larger than this network's largest block.");

  private final Chain chain;
  private final Policy policy;
  private final Optional<SigningKey> sealer;
  private final Clock clock;

  // Filled by any thread, emptied in the chain's writer lane.
  private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();

  /// @param sealer the validator's key; empty to read only
  public Solo(Chain chain, Policy policy, Optional<SigningKey> sealer, Clock clock) {
    this.chain = chain;
    this.policy = policy;
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public List<Outcome> propose(List<Proposal> proposals) throws StoreException {
    SigningKey key = requireSealer();
    List<Waiting> mine = proposals.stream().map(Waiting::new).toList();
    waiting.addAll(mine);
    chain.write(
        () -> {
          sealWaiting(key);
          return true;
        });
    List<Outcome> outcomes = new ArrayList<>(mine.size());
    for (Waiting proposal : mine) {
      outcomes.add(Lane.await(proposal.outcome));
    }
    return outcomes;
  }

  private SigningKey requireSealer() throws StoreException {
    Optional<String> readOnly = chain.readOnlyBecause();
    if (readOnly.isPresent()) {
      throw new StoreException("Nothing can be recorded. " + readOnly.get());
    }
    if (!maySeal()) {
      throw new StoreException(
          "Nothing can be recorded: the sealing key of this network's validator is not at hand.");
    }
    return sealer.orElseThrow();
  }

  /// Puts everything that waits into blocks. In the writer's lane only.
  private void sealWaiting(SigningKey key) {
    while (!waiting.isEmpty()) {
      List<Taken> taken = new ArrayList<>();
      try {
        Tip before = chain.tip();
        BlockDraft draft =
            new BlockDraft(before, policy, validator(before).organization(), clock.instant());
        fill(draft, taken);
        if (!draft.isEmpty()) {
          Block block = draft.sealed(key.sign(Blocks.sealMessage(draft.header())));
          chain.append(block);
          taken.forEach(one -> one.done(block));
        }
      } catch (StoreException | RuntimeException | Error e) {
        // Whatever it was: nobody may wait for an answer that never comes.
        taken.forEach(one -> one.waiting.outcome.completeExceptionally(e));
        failWaiting(e);
      }
    }
  }

  private void fill(BlockDraft draft, List<Taken> taken) {
    Waiting next = waiting.peek();
    while (next != null && draft.hasRoomFor(next.proposal.envelope())) {
      waiting.remove();
      switch (draft.offer(next.proposal.transaction(), next.proposal.envelope())) {
        case Verdict.Accepted ignored -> taken.add(new Taken(next, taken.size()));
        case Verdict.Refused refused -> next.outcome.complete(new Outcome.Refused(refused));
      }
      next = waiting.peek();
    }
    if (next != null && draft.isEmpty()) {
      waiting.remove();
      next.outcome.complete(new Outcome.Refused(TOO_LARGE));
    }
  }

  private void failWaiting(Throwable cause) {
    for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
      next.outcome.completeExceptionally(cause);
    }
  }

  /// Who seals the block after the tip.
  private static ValidatorSet.Validator validator(Tip tip) {
    State next = tip.state().entering(tip.height() + 1);
    return next.membership().validators().validators().getFirst();
  }

  @Override
  public boolean maySeal() {
    ValidatorSet.Validator validator = validator(chain.tip());
    return chain.readOnlyBecause().isEmpty()
        && sealer
            .map(key -> key.certificateHash().equals(validator.sealing().hash()))
            .orElse(false);
  }

  @Override
  public boolean isFinal(long height) {
    return true;
  }

  @Override
  public long finalHeight(long height) {
    return height;
  }

  @Override
  public void close() {}

  private static final class Waiting {
    final Proposal proposal;
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Waiting(Proposal proposal) {
      this.proposal = proposal;
    }
  }

  private record Taken(Waiting waiting, int index) {
    void done(Block block) {
      BlockHeader header = block.header();
      waiting.outcome.complete(
          new Outcome.Done(
              new Recorded(
                  waiting.proposal.transaction(),
                  new Position(header.height(), index),
                  block.hash(),
                  header.timestamp(),
                  true)));
    }
  }
}
