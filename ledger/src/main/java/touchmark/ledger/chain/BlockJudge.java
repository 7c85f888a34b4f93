package touchmark.ledger.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateUse;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.rules.SignatureCheck;
import touchmark.ledger.rules.Submission;
import touchmark.ledger.rules.Verdict;
import touchmark.ledger.state.Member;
import touchmark.ledger.state.State;
import touchmark.ledger.state.ValidatorSet;

/// Decides whether a block may follow: first its content, then its place and its seal [Section
/// 2.1]. A pure function of the tip before and the block's bytes. Safe for use by any thread.
public final class BlockJudge {
  private final Policy policy;
  private final Certificates certificates;

  public BlockJudge(Policy policy, Certificates certificates) {
    this.policy = policy;
    this.certificates = certificates;
  }

  /// Judges everything but the signatures, which are handed back to be checked.
  public Judged judge(Tip before, Bytes frame) {
    return judge(before, BlockReading.of(frame, before.state().genesis().limits()));
  }

  /// Judges a block whose frame was taken apart before.
  Judged judge(Tip before, BlockReading reading) {
    return switch (reading) {
      case BlockReading.Parsed readable -> judge(before, readable);
      case BlockReading.Unreadable unreadable ->
          new Judged.Unsound(List.of(Fault.ofBlock(unreadable.message())));
    };
  }

  private Judged judge(Tip before, BlockReading.Parsed reading) {
    Block block = reading.block();
    BlockHeader header = block.header();
    State state = before.state().entering(before.height() + 1);
    List<Fault> faults = new ArrayList<>(placement(before, state, header));
    List<Transaction> transactions = new ArrayList<>(reading.items().size());
    List<Pending> pending = new ArrayList<>(reading.items().size() + 1);
    Frontier tree = before.tree();
    for (BlockReading.Item item : reading.items()) {
      int i = transactions.size();
      tree = tree.append(item.leaf());
      switch (item) {
        case BlockReading.Malformed malformed -> {
          faults.add(Fault.ofTransaction(i, malformed.message()));
          return new Judged.Unsound(faults);
        }
        case BlockReading.Readied readied -> {
          Transaction tx = readied.transaction();
          Submission submission = new Submission(tx, readied.envelope(), header.timestamp());
          Optional<Verdict.Refused> refused = policy.judgeStatement(submission, state);
          if (refused.isPresent()) {
            faults.add(
                Fault.ofTransaction(i, refused.get().rule() + ": " + refused.get().reason()));
            return new Judged.Unsound(faults);
          }
          for (SignatureCheck check : policy.signatures(submission, state)) {
            pending.add(new Pending(OptionalInt.of(i), check));
          }
          state = state.after(tx, new Position(header.height(), i), header.timestamp());
          transactions.add(tx);
        }
      }
    }
    faults.addAll(treeFaults(header, tree));
    faults.addAll(sealFaults(block, state, pending));
    return faults.isEmpty()
        ? new Judged.Sound(
            new Tip(state, tree, Optional.of(header), block.hash()), block, transactions, pending)
        : new Judged.Unsound(faults);
  }

  private static List<Fault> placement(Tip before, State entered, BlockHeader header) {
    List<Fault> faults = new ArrayList<>();
    expect(faults, "the network", before.state().network(), header.network());
    expect(faults, "the height", before.height() + 1, header.height());
    expect(faults, "the hash of the block before", before.hash(), header.previous());
    expect(
        faults,
        "the validator set",
        entered.membership().validators().number(),
        header.validatorSet());
    if (header.timestamp().isBefore(before.earliestNext())) {
      faults.add(
          Fault.ofBlock(
              "The timestamp must be %s or later, and is %s."
                  .formatted(before.earliestNext(), header.timestamp())));
    }
    return faults;
  }

  private static List<Fault> treeFaults(BlockHeader header, Frontier tree) {
    List<Fault> faults = new ArrayList<>();
    expect(faults, "the tree's size", tree.size(), header.treeSize());
    expect(faults, "the tree's root", tree.root(), header.treeRoot());
    return faults;
  }

  private static void expect(List<Fault> faults, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      faults.add(
          Fault.ofBlock("For %s %s is expected, %s is found.".formatted(what, expected, found)));
    }
  }

  /// The seal's certificate must be the validator's, and valid; the seal itself is left pending.
  private List<Fault> sealFaults(Block block, State state, List<Pending> pending) {
    BlockHeader header = block.header();
    ResourceId id = header.validator();
    Optional<ValidatorSet.Validator> validator = state.membership().validators().find(id);
    Optional<Member> member = state.membership().organization(id);
    if (validator.isEmpty() || member.isEmpty()) {
      return List.of(Fault.ofBlock("It is sealed by '%s', who is no validator.".formatted(id)));
    }
    try {
      certificates.requireIssued(
          validator.get().sealing(),
          CertificateUse.SIGNING,
          member.get().authority(),
          header.timestamp());
    } catch (BadCertificateException e) {
      return List.of(Fault.ofBlock("The seal's certificate is not good: " + e.getMessage() + "."));
    }
    pending.add(
        new Pending(
            OptionalInt.empty(),
            new SignatureCheck(
                member.get().organization().displayName(),
                validator.get().sealing(),
                Bytes.of(Blocks.sealMessage(header)),
                block.seal())));
    return List.of();
  }
}
