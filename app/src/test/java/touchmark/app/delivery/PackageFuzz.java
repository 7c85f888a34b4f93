package touchmark.app.delivery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;

/// The parts of a package, read by a recipient who has the key: the first byte says which part the
/// rest is. Each is read, or refused with a sentence.
public final class PackageFuzz {
  private static final Path FILE = Path.of("fuzzed.tmk");
  private static final byte[] KEY = new byte[ChunkCipher.KEY];
  private static final byte[] BOUND = new byte[12];
  private static final int MOST_READ = 4 << 20;

  private PackageFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    byte[] part = Arrays.copyOfRange(data, 1, data.length);
    try {
      switch (data[0]) {
        case 'h' -> head(part);
        case 'm' -> Manifest.fromJson("manifest", new String(part, StandardCharsets.UTF_8));
        default -> content(part);
      }
    } catch (IOException e) {
      require(e.getMessage() != null && !e.getMessage().isBlank(), "a sentence");
    }
  }

  private static void head(byte[] part) throws IOException {
    PackageHead.Read read = PackageHead.read(FILE, new ByteArrayInputStream(part));
    require(
        Arrays.equals(read.bytes().toArray(), Arrays.copyOf(part, read.bytes().length())),
        "the head is bound as it stands");
  }

  private static void content(byte[] part) throws IOException {
    try (OpeningStream stream =
        new OpeningStream(FILE, new ByteArrayInputStream(part), new ChunkCipher(KEY, BOUND))) {
      require(stream.readNBytes(MOST_READ).length <= part.length, "nothing made up");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /// A specimen of each part.
  static List<byte[]> specimens() throws IOException {
    byte[] head = new PackageHead(new ResourceId("acme"), Bytes.of(new byte[] {1, 2, 3})).encode();
    byte[] manifest =
        new Manifest(
                new TxId(Hashing.sha256(KEY)),
                new Envelope(Bytes.of(new byte[] {1}), List.of(Bytes.of(new byte[] {2}))),
                List.of(Bytes.of(new byte[] {3})),
                "bracket.stl",
                3,
                Optional.empty())
            .toJson()
            .getBytes(StandardCharsets.UTF_8);
    return List.of(part('h', head), part('m', manifest), part('c', sealed()));
  }

  private static byte[] sealed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SealingStream out = new SealingStream(bytes, new ChunkCipher(KEY, BOUND))) {
      out.write(new byte[] {0, 0, 0, 2, '{', '}', 7, 7, 7});
      out.finish();
    }
    return bytes.toByteArray();
  }

  private static byte[] part(char kind, byte[] bytes) {
    byte[] all = new byte[bytes.length + 1];
    all[0] = (byte) kind;
    System.arraycopy(bytes, 0, all, 1, bytes.length);
    return all;
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0], "PackageFuzz"));
    for (byte[] specimen : specimens()) {
      Files.write(folder.resolve("specimen-" + (char) specimen[0]), specimen);
    }
  }
}
