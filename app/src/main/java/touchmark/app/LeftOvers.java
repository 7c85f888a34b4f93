package touchmark.app;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a process that died while it wrote has left in a home: files that never got their names.
final class LeftOvers {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

  /// As [touchmark.app.disk.WholeFile], the vault and the key store name them.
  private static final String UNFINISHED = ".{writing,incoming}-*.tmp";

  private final HomeLayout layout;

  LeftOvers(HomeLayout layout) {
    this.layout = layout;
  }

  /// Removes them. Call it under the home's lock, for nobody else writes then. What cannot be
  /// removed is in nobody's way, and is for the log.
  void sweep() {
    sweep(layout.home());
    sweep(layout.openings());
    sweep(layout.proposals());
    sweep(layout.reasons());
    sweep(layout.vault());
    if (Files.isDirectory(layout.vault(), LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> shelves = Files.newDirectoryStream(layout.vault())) {
        shelves.forEach(this::sweep);
      } catch (IOException | DirectoryIteratorException e) {
        LOG.warn("{} cannot be listed: {}", layout.vault(), e.toString());
      }
    }
  }

  private void sweep(Path directory) {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED)) {
      for (Path file : unfinished) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(file);
          LOG.info("removed {}, left by a process that died", file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("what was left in {} cannot be removed: {}", directory, e.toString());
    }
  }
}
