package touchmark.ledger.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says in words why the disk refused. The platform's exceptions often hold nothing but the name of
/// the file.
public final class DiskTrouble {
  private DiskTrouble() {}

  /// The reason, to stand behind a colon.
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "its permissions do not allow that";
      case NoSuchFileException missing -> missing.getFile() + " is not there";
      case NotDirectoryException other -> other.getFile() + " is not a folder";
      case FileAlreadyExistsException other -> other.getFile() + " is there already";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case FileNotFoundException missing -> String.valueOf(missing.getMessage());
      default -> e.getMessage() == null ? "the disk gives no reason (" + e + ")" : e.getMessage();
    };
  }
}
