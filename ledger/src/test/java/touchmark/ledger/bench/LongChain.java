package touchmark.ledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.TestParties;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.Tip;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// Makes long chains: of a block's worth of files each is claimed by Acme, and in the next block
/// sent to Bolt.
final class LongChain {
  /// Transactions in a block.
  static final int BLOCK = 500;

  private final TestParties parties;
  private final SigningKey signer;
  private final Signer signedBy;
  private final boolean signed;
  private final byte[] noSignature;

  /// @param signed whether signatures hold; making none is many times faster, and only `chain
  ///   verify` looks at them
  LongChain(TestParties parties, boolean signed) {
    this.parties = parties;
    this.signer = parties.person(TestParties.ERIN).signing();
    this.signedBy = new Signer(TestParties.ACME, signer.certificateHash());
    this.signed = signed;
    this.noSignature = signer.sign(new byte[0]).toArray();
  }

  /// What the chain came to.
  ///
  /// @param payloadBytes of all payloads together
  record Made(long transactions, long payloadBytes) {}

  /// The file of a number.
  static Fingerprint file(long number) {
    return TestParties.fingerprint("bench " + number);
  }

  /// Makes a chain without an index.
  Made make(Path directory, long transactions) throws StoreException {
    try (Ledger ledger = parties.found(directory, TestParties.clock())) {
      ledger.head();
    }
    Path segments = directory.resolve("segments");
    Tip tip = tip(segments);
    long made = 0;
    long payloadBytes = 0;
    try (SegmentStore store = SegmentStore.open(segments, SegmentStore.DEFAULT_SEGMENT_SIZE)) {
      Frontier tree = tip.tree();
      BlockHash previous = tip.hash();
      long height = tip.height();
      Instant time = tip.time();
      for (long block = 0; made < transactions; block++) {
        time = time.plus(Duration.ofSeconds(1));
        height++;
        List<Envelope> envelopes = envelopes(tip, block, time);
        for (Envelope envelope : envelopes) {
          payloadBytes += envelope.payload().length();
          tree = tree.append(MerkleHash.leaf(Envelopes.encode(envelope)));
        }
        BlockHeader header =
            new BlockHeader(
                BlockHeader.VERSION,
                tip.state().network(),
                height,
                previous,
                time,
                tree.size(),
                tree.root(),
                tip.state().membership().validators().number(),
                TestParties.ACME);
        Bytes seal =
            parties.organization(TestParties.ACME).sealer().sign(Blocks.sealMessage(header));
        store.append(RecordType.BLOCK, Blocks.encode(Blocks.of(header, envelopes, seal)));
        previous = Blocks.hash(header);
        made += envelopes.size();
      }
      store.force();
    }
    return new Made(made, payloadBytes);
  }

  private static Tip tip(Path segments) throws StoreException {
    Certificates certificates = new Certificates();
    try (Chain chain =
        Chain.open(
            SegmentStore.open(segments, SegmentStore.DEFAULT_SEGMENT_SIZE),
            H2Index.inMemory(),
            new BlockJudge(new Policy(certificates), certificates),
            Progress.SILENT)) {
      return chain.tip();
    }
  }

  /// The signed transactions of a block; even ones claim, odd ones send what was claimed before.
  List<Envelope> envelopes(Tip tip, long block, Instant time) {
    long first = block / 2 * BLOCK;
    return IntStream.range(0, BLOCK)
        .parallel()
        .mapToObj(
            i -> {
              Fingerprint file = file(first + i);
              return envelope(
                  tip,
                  block % 2 == 0
                      ? TestParties.claimOf(TestParties.ACME, file)
                      : new Statement.SendProductData(
                          TestParties.ACME, TestParties.BOLT, file, i % 2 == 0),
                  new Nonce(block, i),
                  time);
            })
        .toList();
  }

  /// Claims of single files, for appending.
  List<Envelope> claims(Tip tip, long first, int count, Instant time) {
    List<Envelope> claims = new ArrayList<>();
    IntStream.range(0, count)
        .parallel()
        .mapToObj(
            i ->
                envelope(
                    tip,
                    TestParties.claimOf(TestParties.ACME, file(first + i)),
                    new Nonce(first, i),
                    time))
        .forEachOrdered(claims::add);
    return claims;
  }

  private Envelope envelope(Tip tip, Statement statement, Nonce nonce, Instant time) {
    Bytes payload =
        Bytes.of(
            PayloadCodec.encode(
                tip.state().network(),
                nonce,
                time,
                time.plus(Duration.ofDays(30)),
                statement,
                List.of(signedBy)));
    return new Envelope(
        payload,
        List.of(signed ? signer.sign(Envelopes.signedBytes(payload)) : Bytes.of(noSignature)));
  }
}
