package touchmark.ledger.consensus;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import touchmark.ledger.Outcome;
import touchmark.ledger.StoreException;
import touchmark.ledger.chain.BlockDraft;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.Pending;
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
  private final ConcurrentLinkedDeque<Waiting> waiting = new ConcurrentLinkedDeque<>();

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
      Round round = new Round();
      try {
        Tip before = chain.tip();
        BlockDraft draft =
            new BlockDraft(before, policy, validator(before).organization(), clock.instant());
        fill(draft, round);
        List<Pending> wrong = draft.wrongSignatures();
        if (wrong.isEmpty()) {
          seal(draft, round, key);
        } else {
          tryWithout(wrong, round);
        }
      } catch (StoreException | RuntimeException | Error e) {
        // Whatever it was: nobody may wait for an answer that never comes.
        round.offered.forEach(one -> one.outcome.completeExceptionally(e));
        failWaiting(e);
      }
    }
  }

  private void fill(BlockDraft draft, Round round) {
    Waiting next = waiting.peek();
    while (next != null && draft.hasRoomFor(next.proposal.envelope())) {
      waiting.remove();
      round.offered.add(next);
      Optional<Verdict.Refused> refused =
          draft.offer(next.proposal.transaction(), next.proposal.envelope());
      if (refused.isPresent()) {
        round.refused.put(next, refused.get());
      } else {
        round.taken.add(next);
      }
      next = waiting.peek();
    }
    if (next != null && draft.isEmpty()) {
      waiting.remove();
      round.offered.add(next);
      round.refused.put(next, TOO_LARGE);
    }
  }

  private void seal(BlockDraft draft, Round round, SigningKey key) throws StoreException {
    if (!draft.isEmpty()) {
      Block block = draft.sealed(key.sign(Blocks.sealMessage(draft.header())));
      chain.append(block);
      for (int i = 0; i < round.taken.size(); i++) {
        round.taken.get(i).done(block, i);
      }
    }
    round.refused.forEach((one, refused) -> one.outcome.complete(new Outcome.Refused(refused)));
  }

  /// Refuses those whose signatures do not hold. The others wait again, before all that came since:
  /// what they were told may rest on a forged one.
  private void tryWithout(List<Pending> wrong, Round round) {
    for (Pending signature : wrong) {
      round
          .taken
          .get(signature.transaction().orElseThrow())
          .outcome
          .complete(new Outcome.Refused(signature.check().refusal()));
    }
    for (Waiting one : round.offered.reversed()) {
      if (!one.outcome.isDone()) {
        waiting.addFirst(one);
      }
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

  /// What becomes one block, or nothing.
  private static final class Round {
    final List<Waiting> offered = new ArrayList<>();
    final List<Waiting> taken = new ArrayList<>();
    final Map<Waiting, Verdict.Refused> refused = new LinkedHashMap<>();
  }

  private static final class Waiting {
    final Proposal proposal;
    final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Waiting(Proposal proposal) {
      this.proposal = proposal;
    }

    void done(Block block, int index) {
      BlockHeader header = block.header();
      outcome.complete(
          new Outcome.Done(
              new Recorded(
                  proposal.transaction(),
                  new Position(header.height(), index),
                  block.hash(),
                  header.timestamp(),
                  true)));
    }
  }
}
