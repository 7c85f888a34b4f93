package touchmark.app.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/// What a file system says of a file: when two of these differ, the file changed.
///
/// @param key the inode where there is one
record FileState(long size, FileTime modified, @Nullable Object key) {
  /// Looks at a file that can be read.
  ///
  /// @throws IOException in one sentence if it is missing, not a regular file or not readable
  static FileState of(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      NoSuchFileException told =
          new NoSuchFileException(path.toString(), null, "there is no such file");
      told.initCause(e);
      throw told;
    }
    if (attributes.isDirectory()) {
      throw new FileSystemException(path.toString(), null, "this is a directory, not a file");
    }
    if (!attributes.isRegularFile()) {
      throw new FileSystemException(path.toString(), null, "this is not a regular file");
    }
    if (!Files.isReadable(path)) {
      throw new AccessDeniedException(path.toString(), null, "this file may not be read");
    }
    return new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
  }
}
