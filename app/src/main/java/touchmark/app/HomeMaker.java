package touchmark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import touchmark.ledger.disk.FileTree;
import touchmark.ledger.model.ResourceId;

/// Makes the directory of a home. Everything is made under a mark; the home file, written last,
/// makes it a home. What a failed or broken-off attempt left is removed.
final class HomeMaker {
  /// What the mark says.
  static final String MARK = "A Touchmark home is being made here.\n";

  private final HomeLayout layout;

  HomeMaker(HomeLayout layout) {
    this.layout = layout;
  }

  /// Fills the directory.
  @FunctionalInterface
  interface Filling {
    /// @return who founded the home
    Optional<ResourceId> fill() throws IOException, HomeException;
  }

  /// Makes the home.
  ///
  /// @throws HomeException with USAGE when the directory holds anything
  void make(boolean sample, Filling filling) throws IOException, HomeException {
    boolean existed = Files.exists(layout.home());
    prepare();
    boolean made = false;
    try {
      new HomeFile(filling.fill(), sample).write(layout.homeFile());
      Files.delete(layout.making());
      made = true;
    } finally {
      if (!made) {
        clear(!existed);
      }
    }
  }

  private void prepare() throws IOException, HomeException {
    if (isBrokenOff()) {
      clear(false);
    }
    if (Files.isDirectory(layout.home())) {
      if (!isEmpty(layout.home())) {
        throw new HomeException(
            HomeException.Reason.USAGE,
            layout.home() + " is not empty; a home is made in an empty or new directory.");
      }
    } else if (Files.exists(layout.home())) {
      throw new HomeException(
          HomeException.Reason.USAGE, layout.home() + " is a file; a home is a directory.");
    }
    Files.createDirectories(layout.home());
    if (layout.home().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(layout.home(), PosixFilePermissions.fromString("rwx------"));
    }
    Files.writeString(layout.making(), MARK, StandardOpenOption.CREATE_NEW);
  }

  /// Whether an attempt of ours was broken off here. Somebody's own file of that name is no mark.
  private boolean isBrokenOff() throws IOException {
    return Files.isRegularFile(layout.making(), LinkOption.NOFOLLOW_LINKS)
        && Files.size(layout.making()) == MARK.length()
        && Files.readString(layout.making()).equals(MARK)
        && !Files.exists(layout.homeFile());
  }

  /// Removes what homes are made of, and nothing else; the mark last, so that a broken-off removal
  /// is known.
  private void clear(boolean itself) throws IOException {
    for (Path path : layout.made()) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        FileTree.remove(path);
      }
    }
    new LeftOvers(layout).sweep();
    Files.deleteIfExists(layout.making());
    if (itself && isEmpty(layout.home())) {
      Files.delete(layout.home());
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> inside = Files.list(directory)) {
      return inside.findAny().isEmpty();
    }
  }
}
