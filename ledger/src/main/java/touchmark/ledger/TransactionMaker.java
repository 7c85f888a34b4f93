package touchmark.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Grant;
import touchmark.ledger.state.Holding;
import touchmark.ledger.state.Part;
import touchmark.ledger.state.State;

/// Makes a signed transaction of a statement.
final class TransactionMaker {
  private static final Duration VALIDITY = Duration.ofDays(30);

  private final Clock clock;
  private final SecureRandom random;

  TransactionMaker(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /// The station's time.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// timeOfTx is now, or a millisecond after the newest transaction that the statement builds on.
  Envelope make(Statement statement, List<SignedBy> signers, State state) {
    return propose(statement, signers, List.of(), state).envelope().orElseThrow();
  }

  /// The same, with places for the signatures of others.
  PartlySigned propose(Statement statement, List<SignedBy> mine, List<Signer> others, State state) {
    Instant now = now();
    Instant timeOfTx =
        newestPredecessor(statement, state)
            .map(time -> time.plusMillis(1))
            .filter(time -> time.isAfter(now))
            .orElse(now);
    List<Signer> signers = new ArrayList<>();
    mine.forEach(by -> signers.add(new Signer(by.resource(), by.key().certificateHash())));
    signers.addAll(others);
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                state.network(),
                Nonce.random(random),
                timeOfTx,
                timeOfTx.plus(VALIDITY),
                statement,
                signers));
    byte[] signed = Envelopes.signedBytes(payload);
    List<Optional<Bytes>> signatures = new ArrayList<>();
    mine.forEach(by -> signatures.add(Optional.of(by.key().sign(signed))));
    others.forEach(_ -> signatures.add(Optional.empty()));
    return new PartlySigned(payload, signatures);
  }

  /// Fills the places that wait for this signer.
  ///
  /// @return empty when the payload names no such signer who has not signed yet
  static Optional<PartlySigned> countersigned(PartlySigned proposal, SignedBy by)
      throws MalformedException {
    Signer signer = new Signer(by.resource(), by.key().certificateHash());
    List<Signer> signers = PayloadCodec.decode(proposal.payload()).signers();
    int place = signers.indexOf(signer);
    if (place < 0
        || place >= proposal.signatures().size()
        || proposal.signatures().get(place).isPresent()) {
      return Optional.empty();
    }
    List<Optional<Bytes>> signatures = new ArrayList<>(proposal.signatures());
    signatures.set(place, Optional.of(by.key().sign(Envelopes.signedBytes(proposal.payload()))));
    return Optional.of(new PartlySigned(proposal.payload(), signatures));
  }

  private static Optional<Instant> newestPredecessor(Statement statement, State state) {
    return switch (statement) {
      case Statement.RecordOwnership claim ->
          claim.productData().file().derivedFrom().stream()
              .flatMap(source -> holding(source, claim.issuer(), state))
              .max(Instant::compareTo);
      case Statement.SendProductData send ->
          state.asset(send.productData()).flatMap(asset -> right(asset, send.from()));
      case Statement.TransferOwnership transfer -> owned(transfer.productData(), state);
      case Statement.WithdrawVersion withdrawal -> owned(withdrawal.productData(), state);
      case Statement.Dispute dispute -> owned(dispute.productData(), state);
      case Statement.RegisterPart part ->
          holding(part.productData(), part.part().maker(), state).findFirst();
      case Statement.TransferPart transfer -> state.part(transfer.part()).map(Part::heldSince);
      case Statement.OfMembership _ -> Optional.empty();
    };
  }

  private static Optional<Instant> owned(Fingerprint fingerprint, State state) {
    return state.asset(fingerprint).map(asset -> asset.owner().timeOfTx());
  }

  private static Stream<Instant> holding(Fingerprint source, ResourceId party, State state) {
    return state.asset(source).stream()
        .flatMap(
            asset ->
                asset.ownedBy(party)
                    ? Stream.of(asset.owner().timeOfTx())
                    : asset.holding(party).map(h -> h.received().timeOfTx()).stream());
  }

  private static Optional<Instant> right(Asset asset, ResourceId from) {
    return asset.ownedBy(from)
        ? Optional.of(asset.owner().timeOfTx())
        : asset.holding(from).flatMap(Holding::forward).map(Grant::timeOfTx);
  }
}
