package touchmark.app.format.step;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import touchmark.app.format.Source;
import touchmark.ledger.Progress;
import touchmark.ledger.disk.FileTree;

/// The bytes of a file while they are read, and where another program may want them, a copy of the
/// very same bytes in a folder that only this user may enter. Closing it removes the folder.
final class StepCopy implements Closeable {
  private final Optional<ShapeProgram> program;
  private final Optional<Path> folder;
  private final InputStream stream;
  private final Optional<OutputStream> copy;

  private StepCopy(
      Optional<ShapeProgram> program,
      Optional<Path> folder,
      InputStream stream,
      Optional<OutputStream> copy) {
    this.program = program;
    this.folder = folder;
    this.stream = stream;
    this.copy = copy;
  }

  static StepCopy of(Source source, Optional<ShapeProgram> program) throws IOException {
    if (program.isEmpty()) {
      return new StepCopy(program, Optional.empty(), source.stream(), Optional.empty());
    }
    Path folder = Files.createTempDirectory("touchmark-shape");
    OutputStream copy =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(ShapeProgram.INPUT)));
    return new StepCopy(
        program, Optional.of(folder), new Copied(source.stream(), copy), Optional.of(copy));
  }

  InputStream stream() {
    return stream;
  }

  /// Makes a shape of the copy, once all of the stream is read.
  ///
  /// @throws IllegalStateException if there is no program
  ShapeProgram.Outcome convert(Progress progress) throws IOException {
    copy.orElseThrow(() -> new IllegalStateException("there is no copy")).close();
    return program.orElseThrow().convert(folder.orElseThrow(), progress);
  }

  @Override
  public void close() throws IOException {
    if (copy.isPresent()) {
      copy.get().close();
    }
    if (folder.isPresent()) {
      FileTree.remove(folder.get());
    }
  }

  private static final class Copied extends FilterInputStream {
    private final OutputStream copy;

    Copied(InputStream in, OutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        copy.write(value);
      }
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count > 0) {
        copy.write(into, offset, count);
      }
      return count;
    }
  }
}
