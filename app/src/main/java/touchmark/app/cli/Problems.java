package touchmark.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CancellationException;
import touchmark.app.HomeException;
import touchmark.app.delivery.PackageException;
import touchmark.app.format.FormatException;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.KeyUnavailableException;

/// Every failure as an exit code and a sentence, in one place.
final class Problems {
  private Problems() {}

  static Problem of(Exception failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case FormatException bad -> new Problem(ExitCode.BAD_INPUT, said(bad), bad);
      case HomeException home -> new Problem(codeOf(home.reason()), said(home), home);
      case StoreException store -> new Problem(ExitCode.DISK, said(store), store);
      case PackageException packed -> new Problem(codeOf(packed.reason()), said(packed), packed);
      case KeyRingException ring ->
          new Problem(
              ring.wrongPassword() ? ExitCode.LOCKED : ExitCode.BAD_INPUT, capital(ring), ring);
      case KeyUnavailableException key -> new Problem(codeOf(key.reason()), capital(key), key);
      case BadCertificateException bad -> new Problem(ExitCode.BAD_INPUT, capital(bad), bad);
      case FileAlreadyExistsException named ->
          new Problem(ExitCode.BAD_INPUT, named.getFile() + ": exists already.", named);
      case IOException io -> new Problem(ExitCode.DISK, sentence(io), io);
      case CancellationException cancelled ->
          new Problem(ExitCode.INTERNAL, "Cancelled; nothing was changed.", cancelled);
      default ->
          new Problem(
              ExitCode.INTERNAL,
              "Touchmark failed: " + failure + ". Run again with -v for the details.",
              failure);
    };
  }

  private static ExitCode codeOf(HomeException.Reason reason) {
    return switch (reason) {
      case WRONG_PASSWORD -> ExitCode.LOCKED;
      case NO_HOME, USAGE -> ExitCode.USAGE;
      case HELD_BY_ANOTHER -> ExitCode.UNREACHABLE;
      case DISK -> ExitCode.DISK;
    };
  }

  private static ExitCode codeOf(KeyUnavailableException.Reason reason) {
    return switch (reason) {
      case LOCKED -> ExitCode.LOCKED;
      case MISSING -> ExitCode.UNREACHABLE;
    };
  }

  private static ExitCode codeOf(PackageException.Reason reason) {
    return switch (reason) {
      case NOT_A_PACKAGE, ALTERED -> ExitCode.BAD_INPUT;
      case NOT_FOR_YOU -> ExitCode.FAIL;
      case NOT_ON_LEDGER -> ExitCode.UNKNOWN;
    };
  }

  /// The JDK's exceptions often carry no more than a path.
  private static String sentence(IOException io) {
    return switch (io) {
      case NoSuchFileException gone -> gone.getFile() + ": no such file or folder.";
      case AccessDeniedException denied -> denied.getFile() + ": access denied.";
      case NotDirectoryException file -> file.getFile() + ": is no folder.";
      case FileSystemException system when system.getReason() == null ->
          system.getFile() + ": cannot be read or written.";
      default -> said(io);
    };
  }

  /// Messages of formats and of the JDK end without a full stop.
  private static String ended(String sentence) {
    return sentence.isEmpty() || ".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0
        ? sentence
        : sentence + ".";
  }

  /// Messages of the key ring begin within a sentence; a path keeps its case.
  private static String capital(Exception failure) {
    String said = said(failure);
    return Character.toUpperCase(said.charAt(0)) + said.substring(1);
  }

  private static String said(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : ended(message);
  }
}
