package touchmark.app.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.codec.Dsse;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.TxId;

/// Transactions that wait for the signature of another party, one DSSE file for each, named after
/// the transaction. The same form travels to that party.
public final class ProposalFolder {
  /// Longest proposal that is read, in bytes.
  private static final int LARGEST = 512 * 1024;

  private final Path directory;

  public ProposalFolder(Path directory) {
    this.directory = directory;
  }

  /// Keeps a proposal.
  ///
  /// @return the file
  public Path keep(PartlySigned proposal) throws IOException {
    Files.createDirectories(directory);
    Path file = place(PayloadCodec.txId(proposal.payload()));
    write(proposal, file);
    return file;
  }

  /// The proposal of this name, when it is kept here.
  public Optional<PartlySigned> find(TxId txId) throws IOException {
    Path file = place(txId);
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// Forgets a proposal that was recorded.
  public void forget(TxId txId) throws IOException {
    Files.deleteIfExists(place(txId));
  }

  /// Writes a proposal for somebody else.
  public static void write(PartlySigned proposal, Path file) throws IOException {
    try {
      WholeFile.write(file, new String(Dsse.encode(proposal), StandardCharsets.UTF_8));
    } catch (MalformedException e) {
      throw new IllegalArgumentException("a proposal whose payload is not one", e);
    }
  }

  /// Reads a proposal.
  ///
  /// @throws IOException when the file is anything else: the place, what was expected, what was
  ///   found
  public static PartlySigned read(Path file) throws IOException {
    try {
      return Dsse.decodePartly(WholeFile.read(file, LARGEST).getBytes(StandardCharsets.UTF_8));
    } catch (MalformedException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private Path place(TxId txId) {
    return directory.resolve(txId.hex() + ".json");
  }
}
