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
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.Grant;
import touchmark.ledger.state.Holding;
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

  /// timeOfTx is now, or a millisecond after the newest transaction that the statement builds on.
  Envelope make(Statement statement, List<SignedBy> signers, State state) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant timeOfTx =
        newestPredecessor(statement, state)
            .map(time -> time.plusMillis(1))
            .filter(time -> time.isAfter(now))
            .orElse(now);
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                state.network(),
                Nonce.random(random),
                timeOfTx,
                timeOfTx.plus(VALIDITY),
                statement,
                signers.stream()
                    .map(by -> new Signer(by.resource(), by.key().certificateHash()))
                    .toList()));
    byte[] signed = Envelopes.signedBytes(payload);
    List<Bytes> signatures = new ArrayList<>();
    signers.forEach(by -> signatures.add(by.key().sign(signed)));
    return new Envelope(payload, signatures);
  }

  private static Optional<Instant> newestPredecessor(Statement statement, State state) {
    return switch (statement) {
      case Statement.RecordOwnership claim ->
          claim.productData().file().derivedFrom().stream()
              .flatMap(source -> holding(source, claim.issuer(), state))
              .max(Instant::compareTo);
      case Statement.SendProductData send ->
          state.asset(send.productData()).flatMap(asset -> right(asset, send.from()));
      case Statement.EnrolOrganization ignored -> Optional.empty();
      case Statement.EnrolPerson ignored -> Optional.empty();
      case Statement.Delegate ignored -> Optional.empty();
    };
  }

  private static Stream<Instant> holding(Fingerprint source, ResourceId party, State state) {
    return state.asset(source).stream()
        .flatMap(
            asset ->
                asset.claim().issuer().equals(party)
                    ? Stream.of(asset.claim().timeOfTx())
                    : asset.holding(party).map(h -> h.received().timeOfTx()).stream());
  }

  private static Optional<Instant> right(Asset asset, ResourceId from) {
    return asset.claim().issuer().equals(from)
        ? Optional.of(asset.claim().timeOfTx())
        : asset.holding(from).flatMap(Holding::forward).map(Grant::timeOfTx);
  }
}
