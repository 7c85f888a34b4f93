package touchmark.app;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a process that died while it wrote has left in a home: files that never got their names.
final class LeftOvers {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

  /// As [touchmark.app.disk.WholeFile], the vault and the key store name them.
  private static final String UNFINISHED = ".{writing,incoming}-*.tmp";

  /// Small files are written in far less time.
  private static final Duration SURELY_LEFT = Duration.ofMinutes(10);

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

  /// Removes those in the chain's folder that are old: whoever verifies a chain leaves a note there
  /// without the home's lock, and must not lose it while he writes.
  void sweepLedger(Instant now) {
    FileTime newest = FileTime.from(now.minus(SURELY_LEFT));
    for (Path directory :
        List.of(
            layout.ledger(), layout.ledger().resolve("index"), layout.ledger().resolve("votes"))) {
      sweep(directory, found -> found.lastModifiedTime().compareTo(newest) < 0);
    }
  }

  private void sweep(Path directory) {
    sweep(directory, _ -> true);
  }

  private static void sweep(Path directory, Predicate<BasicFileAttributes> left) {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED)) {
      for (Path file : unfinished) {
        BasicFileAttributes found =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile() && left.test(found)) {
          Files.delete(file);
          LOG.info("removed {}, left by a process that died", file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("what was left in {} cannot be removed: {}", directory, e.toString());
    }
  }
}
