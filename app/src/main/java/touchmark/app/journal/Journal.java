package touchmark.app.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The station's own log of what it verified and refused: one JSON object a line, appended and
/// flushed, never changed. A line that a crash cut short is skipped and said. Guarded by its own
/// lock.
public final class Journal {
  /// Longest line, in bytes.
  static final int LONGEST_LINE = 8_192;

  private final Path file;

  /// What the file holds, once it was read.
  private @Nullable Known known;

  public Journal(Path file) {
    this.file = file;
  }

  /// What the journal holds.
  ///
  /// @param entries oldest first
  /// @param damage one sentence for each line that could not be read
  public record Contents(List<Entry> entries, List<String> damage) {
    public Contents {
      entries = List.copyOf(entries);
      damage = List.copyOf(damage);
    }
  }

  /// Adds a line, on disk when this returns.
  public synchronized void note(Entry entry) throws IOException {
    byte[] line = (entry.toJson() + "\n").getBytes(StandardCharsets.UTF_8);
    if (line.length > LONGEST_LINE) {
      throw new IllegalArgumentException("a journal line has at most " + LONGEST_LINE + " bytes");
    }
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      if (end > 0 && lastByte(channel, end) != '\n') {
        end += channel.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
      }
      for (ByteBuffer rest = ByteBuffer.wrap(line); rest.hasRemaining(); ) {
        end += channel.write(rest, end);
      }
      channel.force(false);
    }
    if (known != null) {
      known.entries.add(entry);
    }
  }

  /// Everything in it. The file is read once: only this object writes it, under the home's lock.
  public synchronized Contents read() throws IOException {
    if (known == null) {
      known = parse();
    }
    return new Contents(known.entries, known.damage);
  }

  /// Lists that grow.
  private record Known(List<Entry> entries, List<String> damage) {}

  private Known parse() throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> damage = new ArrayList<>();
    if (!Files.exists(file)) {
      return new Known(entries, damage);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int number = 1;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          take(number, line, entries, damage);
          line.reset();
          number++;
        } else if (line.size() <= LONGEST_LINE) {
          line.write(b);
        }
      }
      if (line.size() > 0) {
        take(number, line, entries, damage);
      }
    }
    return new Known(entries, damage);
  }

  private void take(
      int number, ByteArrayOutputStream line, List<Entry> entries, List<String> damage) {
    String what = file.getFileName() + ", line " + number;
    if (line.size() == 0) {
      return;
    }
    if (line.size() > LONGEST_LINE) {
      damage.add(what + ": expected at most " + LONGEST_LINE + " bytes, found more");
      return;
    }
    try {
      entries.add(Entry.fromJson(what, line.toString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      damage.add(String.valueOf(e.getMessage()));
    }
  }

  private static int lastByte(FileChannel channel, long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, end - 1);
    return last.get(0);
  }
}
