package touchmark.app.delivery;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import touchmark.app.vault.Incoming;
import touchmark.app.vault.Vault;
import touchmark.ledger.Progress;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// Reads packages: opens the seals and streams the content towards the vault. What it hands over
/// has been sealed by somebody who knows the recipient's certificate; whether that is the sender
/// named on the ledger is checked by [Consignment].
public final class PackageReader {
  private final KeyRing keys;
  private final Vault vault;

  public PackageReader(KeyRing keys, Vault vault) {
    this.keys = keys;
    this.vault = vault;
  }

  /// Opens a package that is addressed to a party. The content is on its way into the vault; close
  /// it.
  ///
  /// @throws PackageException when the package is damaged, altered or for somebody else
  public Consignment read(Path file, ResourceId party, Progress progress) throws IOException {
    long total = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      PackageHead.Read head = PackageHead.read(file, in);
      if (!head.head().recipient().equals(party)) {
        throw new PackageException(
            PackageException.Reason.NOT_FOR_YOU,
            file,
            "it is for " + head.head().recipient() + ", not for " + party);
      }
      byte[] key = unwrap(file, head.head());
      try (OpeningStream content =
          new OpeningStream(file, in, new ChunkCipher(key, head.bytes().toArray()))) {
        return receive(file, content, total, progress);
      } finally {
        Arrays.fill(key, (byte) 0);
      }
    }
  }

  private Consignment receive(Path file, OpeningStream content, long total, Progress progress)
      throws IOException {
    Manifest manifest = readManifest(file, content);
    Incoming incoming = vault.receive();
    boolean complete = false;
    try {
      byte[] chunk = new byte[1 << 16];
      for (int n = content.read(chunk); n >= 0; n = content.read(chunk)) {
        incoming.write(chunk, 0, n);
        progress.reached(Math.min(incoming.size(), total), total);
        if (incoming.size() > manifest.size()) {
          break;
        }
      }
      if (incoming.size() != manifest.size()) {
        throw new PackageException(
            PackageException.Reason.ALTERED,
            file,
            "expected " + manifest.size() + " bytes of content, found " + incoming.size());
      }
      Fingerprint fingerprint = incoming.finish();
      complete = true;
      return new Consignment(file, manifest, fingerprint, incoming);
    } finally {
      if (!complete) {
        incoming.close();
      }
    }
  }

  private static Manifest readManifest(Path file, OpeningStream content) throws IOException {
    DataInputStream in = new DataInputStream(content);
    try {
      int length = in.readInt();
      if (length < 2 || length > Manifest.MOST_BYTES) {
        throw new PackageException(
            PackageException.Reason.ALTERED,
            file,
            "expected a manifest of 2 to " + Manifest.MOST_BYTES + " bytes, found " + length);
      }
      byte[] json = new byte[length];
      in.readFully(json);
      return Manifest.fromJson(
          file.getFileName() + ", manifest", new String(json, StandardCharsets.UTF_8));
    } catch (PackageException e) {
      throw e;
    } catch (EOFException e) {
      throw new PackageException(
          PackageException.Reason.ALTERED, file, "the manifest is cut short", e);
    } catch (IOException e) {
      throw new PackageException(
          PackageException.Reason.ALTERED, file, String.valueOf(e.getMessage()), e);
    }
  }

  private byte[] unwrap(Path file, PackageHead head) throws PackageException {
    Optional<byte[]> key;
    try {
      key = keys.unwrap(head.wrappedKey().toArray(), head.recipient());
    } catch (KeyRingException e) {
      throw new PackageException(
          PackageException.Reason.ALTERED,
          file,
          "the wrapped key does not open: " + e.getMessage(),
          e);
    }
    return key.filter(bytes -> bytes.length == ChunkCipher.KEY)
        .orElseThrow(
            () ->
                new PackageException(
                    PackageException.Reason.NOT_FOR_YOU,
                    file,
                    "its key is wrapped for another certificate than those of "
                        + head.recipient()));
  }
}
