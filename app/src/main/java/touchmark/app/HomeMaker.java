package touchmark.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.model.ResourceId;

/// Makes the directory of a home. Everything is made under a mark; the home file, written last,
/// makes it a home. What a failed or broken-off attempt left is removed.
final class HomeMaker {
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
    if (Files.exists(layout.making()) && !Files.exists(layout.homeFile())) {
      clear(false);
    }
    if (Files.isDirectory(layout.home())) {
      try (Stream<Path> inside = Files.list(layout.home())) {
        if (inside.findAny().isPresent()) {
          throw new HomeException(
              HomeException.Reason.USAGE,
              layout.home() + " is not empty; a home is made in an empty or new directory.");
        }
      }
    } else if (Files.exists(layout.home())) {
      throw new HomeException(
          HomeException.Reason.USAGE, layout.home() + " is a file; a home is a directory.");
    }
    Files.createDirectories(layout.home());
    if (layout.home().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(layout.home(), PosixFilePermissions.fromString("rwx------"));
    }
    Files.createFile(layout.making());
  }

  /// Removes everything in the directory; the mark last, so that a broken-off removal is known.
  private void clear(boolean itself) throws IOException {
    try (Stream<Path> inside = Files.list(layout.home())) {
      for (Path path : inside.filter(path -> !path.equals(layout.making())).toList()) {
        remove(path);
      }
    }
    Files.deleteIfExists(layout.making());
    if (itself) {
      Files.delete(layout.home());
    }
  }

  private static void remove(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
              throws IOException {
            if (problem != null) {
              throw problem;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
