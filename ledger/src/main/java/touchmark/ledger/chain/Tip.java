package touchmark.ledger.chain;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.BlockHeader;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.proof.Frontier;
import touchmark.ledger.state.State;

/// Where the chain stands after a block. Immutable, so whoever holds one has a consistent picture.
///
/// @param header of the newest block; empty before the first
/// @param hash of the newest block; 32 zero bytes before the first
public record Tip(State state, Frontier tree, Optional<BlockHeader> header, BlockHash hash) {
  private static final BlockHash NO_BLOCK = new BlockHash(Digest.of(new byte[Digest.LENGTH]));

  /// Before the first block.
  ///
  /// @throws MalformedException if the bytes are no genesis
  public static Tip begin(Bytes genesis) throws MalformedException {
    Genesis read = GenesisCodec.decode(genesis);
    try {
      return new Tip(
          State.begin(GenesisCodec.networkId(genesis), read),
          Frontier.EMPTY,
          Optional.empty(),
          NO_BLOCK);
    } catch (BadCertificateException e) {
      throw new MalformedException(
          "genesis.validators", "a certificate", String.valueOf(e.getMessage()));
    }
  }

  /// -1 before the first block.
  public long height() {
    return header.map(BlockHeader::height).orElse(-1L);
  }

  /// The newest block's timestamp; before the first the network's beginning.
  public Instant time() {
    return header.map(BlockHeader::timestamp).orElseGet(() -> state.genesis().created());
  }

  /// The earliest timestamp that the next block may have.
  Instant earliestNext() {
    return header.isPresent() ? time().plusMillis(1) : time();
  }
}
