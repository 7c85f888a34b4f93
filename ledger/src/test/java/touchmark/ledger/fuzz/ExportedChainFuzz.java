package touchmark.ledger.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.ChainCopy;
import touchmark.ledger.chain.SignaturePool;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.MemoryStore;

/// An exported chain is restored whole, or refused with a sentence.
public final class ExportedChainFuzz {
  private static final Path FILE = Targets.folder().resolve("chain.tmchain");
  private static final Certificates CERTIFICATES = new Certificates();
  private static final BlockJudge JUDGE = new BlockJudge(new Policy(CERTIFICATES), CERTIFICATES);
  private static final SignaturePool SIGNATURES = new SignaturePool(1);

  private ExportedChainFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Files.write(FILE, data);
      MemoryStore store = new MemoryStore();
      Targets.require(
          ChainCopy.restore(FILE, store, JUDGE, SIGNATURES, Progress.SILENT).height() >= -1,
          "a chain");
    } catch (StoreException e) {
      Targets.requireSentence(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
