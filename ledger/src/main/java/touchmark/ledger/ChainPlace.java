package touchmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import touchmark.ledger.disk.FileTree;
import touchmark.ledger.store.DiskTrouble;

/// Where a chain keeps its parts inside its directory.
record ChainPlace(Path directory) {
  /// The truth.
  Path segments() {
    return directory.resolve("segments");
  }

  /// What can be made again from it.
  Path index() {
    return directory.resolve("index");
  }

  /// An index that is being made, and does not count yet.
  Path indexInMaking() {
    return directory.resolve("index.making");
  }

  /// The last checkpoint that this station signed as a validator. Neither exported nor imported.
  Path lastCheckpoint() {
    return directory.resolve("votes").resolve("checkpoint");
  }

  /// The note of the last clean stop.
  Path cleanStop() {
    return index().resolve("clean-stop");
  }

  /// Up to where the chain was verified here.
  Path verified() {
    return directory.resolve("verified");
  }

  /// Segments that are being made, and do not count yet.
  Path importing() {
    return directory.resolve("segments.importing");
  }

  boolean holdsChain() {
    return Files.isDirectory(segments());
  }

  void requireNoChain() throws StoreException {
    if (holdsChain()) {
      throw new StoreException("There is a ledger in " + directory + " already.");
    }
  }

  /// Removes what an earlier attempt left.
  void clearImporting() throws StoreException {
    clear(importing());
  }

  /// Removes a folder and what is in it.
  static void clear(Path folder) throws StoreException {
    try {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        FileTree.remove(folder);
      }
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be removed: %s".formatted(folder, DiskTrouble.reason(e)), e);
    }
  }

  /// Puts the segments that were made into their place; those that stood there are kept beside it.
  void putInPlace() throws StoreException {
    try {
      if (holdsChain()) {
        Files.move(segments(), unused("segments.replaced"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(importing(), segments(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be put in its place: %s".formatted(importing(), DiskTrouble.reason(e)), e);
    }
  }

  private Path unused(String name) {
    int number = 1;
    while (Files.exists(directory.resolve(name + "." + number))) {
      number++;
    }
    return directory.resolve(name + "." + number);
  }
}
