package touchmark.ledger;

import java.nio.file.Path;
import java.util.Optional;
import touchmark.ledger.codec.GenesisCodec;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.SegmentStore;

/// The network that a ledger belongs to.
public record NetworkInfo(NetworkId id, String name, NetworkMode mode) {
  /// The network whose chain lies in a directory, whoever has it open.
  ///
  /// @return empty where the chain does not begin with a whole genesis, which is for
  ///   [Ledger#verifyIn] to say
  /// @throws StoreException if the disk cannot be read
  public static Optional<NetworkId> idIn(Path directory) throws StoreException {
    try (RecordCursor records = SegmentStore.scan(new ChainPlace(directory).segments())) {
      return records.next() instanceof Found.Intact(var first) && first.type() == RecordType.GENESIS
          ? Optional.of(GenesisCodec.networkId(first.bytes()))
          : Optional.empty();
    }
  }
}
