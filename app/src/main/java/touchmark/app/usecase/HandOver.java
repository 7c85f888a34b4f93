package touchmark.app.usecase;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import touchmark.app.delivery.ProposalFolder;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.StoreException;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement.TransferOwnership;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;

/// Hands ownership over: the owner proposes and signs, the new owner accepts and signs too.
public final class HandOver {
  private static final String RULE = "transfer of ownership [extension of Section 3.3]";

  private final Ledger ledger;
  private final Signatory signatory;
  private final ProposalFolder proposals;

  public HandOver(Ledger ledger, Signatory signatory, ProposalFolder proposals) {
    this.ledger = ledger;
    this.signatory = signatory;
    this.proposals = proposals;
  }

  /// What became of a proposal.
  public sealed interface Step {
    /// Others have to sign; nothing is recorded yet.
    ///
    /// @param waitsFor in whose names
    record Waiting(Transaction transaction, PartlySigned proposal, List<ResourceId> waitsFor)
        implements Step {}

    /// Everybody signed: recorded, or refused by a rule.
    record Submitted(Outcome outcome) implements Step {}
  }

  /// Signs for the owner and keeps the proposal. What a rule has against it is said at once.
  public Step propose(Fingerprint fingerprint, ResourceId to, Party owner) throws IOException {
    Optional<List<SignedBy>> signers = signatory.signFor(owner);
    if (signers.isEmpty()) {
      return new Step.Submitted(Signatory.nobodySigns(owner));
    }
    if (to.equals(owner.resource())) {
      return refused(RefusalCode.WRONG_SIGNERS, owner.name() + " cannot take over from itself.");
    }
    Optional<Signer> other = ledger.signerFor(to, Act.ADMIN);
    if (other.isEmpty()) {
      return refused(
          RefusalCode.UNKNOWN_RESOURCE,
          "'" + to + "' is no member who could sign to take ownership over.");
    }
    PartlySigned proposal =
        ledger.propose(
            new TransferOwnership(owner.resource(), to, fingerprint),
            signers.get(),
            List.of(other.get()));
    Optional<Verdict.Refused> against = ledger.foresee(proposal);
    if (against.isPresent()) {
      return new Step.Submitted(new Outcome.Refused(against.get()));
    }
    proposals.keep(proposal);
    return waiting(proposal);
  }

  /// Adds this party's signature where it lacks, and records the transfer when all are there and
  /// this station may.
  ///
  /// @throws IOException when the proposal is not one of a transfer of ownership
  public Step accept(PartlySigned proposal, Party party) throws IOException, StoreException {
    Transaction transaction = transaction(proposal);
    if (!(transaction.statement() instanceof TransferOwnership)) {
      throw new IOException(
          "The proposal is no transfer of ownership, but "
              + transaction.statement().getClass().getSimpleName()
              + "; nothing was signed");
    }
    Optional<Verdict.Refused> against = ledger.foresee(proposal);
    if (against.isPresent()) {
      return new Step.Submitted(new Outcome.Refused(against.get()));
    }
    PartlySigned signed = countersigned(proposal, party);
    if (!signed.isComplete() && signed.equals(proposal)) {
      return refused(
          RefusalCode.WRONG_SIGNERS,
          "The proposal waits for "
              + String.join(", ", waitsFor(proposal).stream().map(ResourceId::value).toList())
              + ", and this workstation holds no key of "
              + party.name()
              + " that it names.");
    }
    if (!signed.isComplete() || !ledger.canSeal()) {
      proposals.keep(signed);
      return waiting(signed);
    }
    Outcome outcome = ledger.submit(signed);
    if (outcome instanceof Outcome.Done) {
      proposals.forget(transaction.txId());
    }
    return new Step.Submitted(outcome);
  }

  private PartlySigned countersigned(PartlySigned proposal, Party party) {
    PartlySigned signed = proposal;
    for (SignedBy by : signatory.signFor(party).orElse(List.of())) {
      try {
        signed = ledger.countersign(signed, by).orElse(signed);
      } catch (MalformedException e) {
        throw new IllegalStateException("the proposal was read before", e);
      }
    }
    return signed;
  }

  private static Step waiting(PartlySigned proposal) throws IOException {
    return new Step.Waiting(transaction(proposal), proposal, waitsFor(proposal));
  }

  private static List<ResourceId> waitsFor(PartlySigned proposal) throws IOException {
    List<Signer> signers = transaction(proposal).signers();
    return java.util.stream.IntStream.range(0, signers.size())
        .filter(place -> proposal.signatures().get(place).isEmpty())
        .mapToObj(place -> signers.get(place).resource())
        .toList();
  }

  private static Transaction transaction(PartlySigned proposal) throws IOException {
    try {
      return PayloadCodec.decode(proposal.payload());
    } catch (MalformedException e) {
      throw new IOException("The proposal cannot be read: " + e.getMessage(), e);
    }
  }

  private static Step refused(RefusalCode code, String reason) {
    return new Step.Submitted(new Outcome.Refused(new Verdict.Refused(RULE, code, reason)));
  }
}
