package touchmark.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.consensus.Proposal;
import touchmark.ledger.consensus.Solo;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// Begins a network: all of it stands in its place, or nothing does.
final class Founding {
  private final ChainPlace place;
  private final Clock clock;

  Founding(ChainPlace place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  void begin(
      String networkName,
      Statement.EnrolOrganization founder,
      SigningKey authority,
      SigningKey sealer)
      throws StoreException {
    place.requireNoChain();
    place.clearImporting();
    ResourceId id = founder.organization().orgOrPersId();
    Genesis genesis =
        new Genesis(
            networkName,
            NetworkMode.SOLO,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Limits.WIDEST,
            List.of(new Genesis.Validator(id, sealer.certificate())));
    Certificates certificates = new Certificates();
    Policy policy = new Policy(certificates);
    SegmentStore store = SegmentStore.open(place.importing(), SegmentStore.DEFAULT_SEGMENT_SIZE);
    Chain.begin(store, Bytes.of(GenesisCodec.encode(genesis)));
    try (Chain chain =
            Chain.open(
                store, H2Index.inMemory(), new BlockJudge(policy, certificates), Progress.SILENT);
        Solo solo = new Solo(chain, policy, Optional.of(sealer), clock)) {
      Envelope enrolment =
          new TransactionMaker(clock, new SecureRandom())
              .make(founder, List.of(new SignedBy(id, authority)), chain.tip().state());
      Proposal proposal = Proposal.read(enrolment, genesis.limits());
      if (solo.propose(List.of(proposal)).getFirst() instanceof Outcome.Refused refused) {
        throw new StoreException("The network cannot begin. " + refused.verdict().reason());
      }
    } catch (MalformedException e) {
      throw new StoreException("The network cannot begin: " + e.getMessage() + ".", e);
    }
    place.putInPlace();
  }
}
