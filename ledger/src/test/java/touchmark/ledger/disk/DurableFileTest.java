package touchmark.ledger.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
  private static final byte[] BYTES = {1, 2, 3};

  @TempDir private Path folder;

  @Test
  void aFileIsMadeWholeWhereNothingIs() throws IOException {
    Path file = folder.resolve("new");
    DurableFile.create(file, BYTES);
    assertThat(file).hasBinaryContent(BYTES);
    assertThatThrownBy(() -> DurableFile.create(file, new byte[0]))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasBinaryContent(BYTES);
  }

  @Test
  void whereTheFoldersNamesCannotBeMadeDurableNothingStays() throws IOException {
    // A file system that knows owners, and whose folders cannot be opened.
    try (FileSystem archive =
        FileSystems.newFileSystem(
            folder.resolve("archive.zip"),
            Map.of("create", "true", "enablePosixFileAttributes", "true"))) {
      Path file = archive.getPath("/new");
      assertThatThrownBy(() -> DurableFile.create(file, BYTES)).isInstanceOf(IOException.class);
      assertThat(Files.exists(file)).isFalse();
    }
  }
}
