package touchmark.app.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import touchmark.app.inspect.Inspector;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Gives bytes to a reader as if they were a file, and looks at what becomes of them: data that can
/// be inspected, or a refusal in one sentence.
public final class FuzzedContent {
  private static final Fingerprint NONE = new Fingerprint(Digest.of(new byte[32]));
  private static final int GARBLED = 3_000;

  private FuzzedContent() {}

  /// @param name what the file is called
  public static void read(FormatReader reader, String name, byte[] data) {
    Path path = Path.of(name);
    try {
      Read read =
          new UnpackedSource(path, name, data.length, () -> new ByteArrayInputStream(data))
              .read(List.of(reader), Progress.SILENT);
      OpenedFile file =
          new OpenedFile(
              path,
              data.length,
              NONE,
              read.format(),
              read.data(),
              read.thumbnails(),
              read.scripts());
      new Inspector().inspect(file, Progress.SILENT);
    } catch (FormatException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.startsWith(name + ", ") || !said.contains(": expected ")) {
        throw new AssertionError("no sentence: " + said, e);
      }
    } catch (IOException e) {
      throw new AssertionError("bytes in memory can be read", e);
    }
  }

  /// Reads specimens with a few bytes changed, taken out or doubled, many times.
  public static void garble(FormatReader reader, String name, List<byte[]> specimens) {
    Random random = new Random(1);
    for (int i = 0; i < GARBLED; i++) {
      byte[] bytes = specimens.get(i % specimens.size()).clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      if (i % 3 == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      read(reader, name, bytes);
    }
  }

  /// Writes specimens where the fuzzer of a class begins.
  public static void write(Path root, Class<?> target, List<byte[]> specimens) throws IOException {
    Path folder = Files.createDirectories(root.resolve(target.getSimpleName()));
    for (int i = 0; i < specimens.size(); i++) {
      Files.write(folder.resolve("specimen-" + i), specimens.get(i));
    }
  }
}
