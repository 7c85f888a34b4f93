package touchmark.ledger;

import java.nio.file.Path;
import java.util.Optional;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.ChainCopy;
import touchmark.ledger.chain.SignaturePool;
import touchmark.ledger.chain.Tip;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.RecordStore;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// Brings an exported chain into a directory: all of it stands in its place, or nothing does.
final class Import {
  private final ChainPlace place;
  private final BlockJudge judge;

  Import(ChainPlace place) {
    Certificates certificates = new Certificates();
    this.place = place;
    this.judge = new BlockJudge(new Policy(certificates), certificates);
  }

  void run(Path exported, Progress progress) throws StoreException {
    Optional<Present> present = place.holdsChain() ? Optional.of(present()) : Optional.empty();
    if (present.isPresent()
        && !ChainCopy.networkOf(exported).equals(present.get().tip.state().network())) {
      throw new StoreException(
          "%s holds the chain of another network ('%s'); import into an empty folder."
              .formatted(place.directory(), present.get().tip.state().genesis().networkName()));
    }
    place.clearImporting();
    Tip imported = restore(exported, progress);
    if (present.isPresent()) {
      requireContinues(present.get(), imported);
    }
    place.putInPlace();
  }

  private Tip restore(Path exported, Progress progress) throws StoreException {
    try (RecordStore store =
            SegmentStore.open(place.importing(), SegmentStore.DEFAULT_SEGMENT_SIZE);
        SignaturePool signatures = Ledger.signaturePool()) {
      return ChainCopy.restore(exported, store, judge, signatures, progress);
    }
  }

  /// What is readable of the chain that stands there.
  private Present present() throws StoreException {
    RecordStore store = SegmentStore.open(place.segments(), SegmentStore.DEFAULT_SEGMENT_SIZE);
    try (Chain chain = Chain.open(store, H2Index.inMemory(), judge, Progress.SILENT)) {
      return new Present(chain.tip(), chain.readOnlyBecause().isPresent());
    }
  }

  private void requireContinues(Present present, Tip imported) throws StoreException {
    long height = present.tip.height();
    if (height > imported.height() || (height == imported.height() && !present.damaged)) {
      throw new StoreException(
          "%s holds %d blocks of this network already, and the file %d; nothing was imported."
              .formatted(place.directory(), height + 1, imported.height() + 1));
    }
    try (RecordStore store =
        SegmentStore.open(place.importing(), SegmentStore.DEFAULT_SEGMENT_SIZE)) {
      BlockHash there = ChainCopy.hashAt(store, height);
      if (!there.equals(present.tip.hash())) {
        throw new StoreException(
            "%s and the file hold different blocks %d; nothing was imported. Ask the other members which chain is theirs."
                .formatted(place.directory(), height));
      }
    }
  }

  private record Present(Tip tip, boolean damaged) {}
}
