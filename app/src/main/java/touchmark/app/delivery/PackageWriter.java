package touchmark.app.delivery;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.Progress;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// Writes packages. The file takes its name when it is complete and on the disk.
public final class PackageWriter {
  private final SecureRandom random;

  public PackageWriter(SecureRandom random) {
    this.random = random;
  }

  /// Writes a package.
  ///
  /// @param recipient for whom
  /// @param encryptionCertificate the recipient's, DER
  /// @param content the file; its size is what the manifest says
  /// @throws java.util.concurrent.CancellationException when the progress says so
  public void write(
      Path target,
      ResourceId recipient,
      Bytes encryptionCertificate,
      Manifest manifest,
      Path content,
      Progress progress)
      throws IOException {
    byte[] key = new byte[ChunkCipher.KEY];
    random.nextBytes(key);
    try {
      byte[] head =
          new PackageHead(recipient, Bytes.of(KeyRing.wrap(key, List.of(encryptionCertificate))))
              .encode();
      ChunkCipher cipher = new ChunkCipher(key, head);
      WholeFile.write(
          target,
          out -> {
            out.write(head);
            SealingStream sealing = new SealingStream(out, cipher);
            byte[] json = manifest.toJson().getBytes(StandardCharsets.UTF_8);
            DataOutputStream data = new DataOutputStream(sealing);
            data.writeInt(json.length);
            data.write(json);
            copy(content, manifest.size(), sealing, progress);
            sealing.finish();
          });
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static void copy(Path content, long size, SealingStream out, Progress progress)
      throws IOException {
    byte[] chunk = new byte[1 << 16];
    long done = 0;
    try (InputStream in = Files.newInputStream(content)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        out.write(chunk, 0, n);
        done += n;
        progress.reached(done, size);
      }
    }
    if (done != size) {
      throw new IOException(content + ": expected " + size + " bytes, found " + done);
    }
  }
}
