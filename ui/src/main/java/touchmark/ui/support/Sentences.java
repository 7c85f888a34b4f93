package touchmark.ui.support;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import touchmark.app.HomeException;
import touchmark.app.delivery.PackageException;
import touchmark.app.format.FormatException;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.KeyUnavailableException;

/// Turns an exception into the sentence that people see. The checked exceptions of `app` and
/// `ledger` carry one; those of the JDK do not.
final class Sentences {
  private final Messages words = Messages.of("support");

  String of(Throwable cause) {
    return switch (cause) {
      case FormatException e -> said(e);
      case StoreException e -> said(e);
      case HomeException e -> said(e);
      case KeyRingException e -> said(e);
      case KeyUnavailableException e -> capital(ended(said(e)));
      case PackageException e -> words.text("package", e.reason()) + " " + ended(said(e));
      case CancellationException _ -> words.text("cancelled");
      case NoSuchFileException e -> words.text("file.missing", name(e));
      case AccessDeniedException e -> words.text("file.denied", name(e));
      case FileAlreadyExistsException e -> words.text("file.exists", name(e));
      case FileSystemException e ->
          words.text("file.system", name(e), Optional.ofNullable(e.getReason()).orElse(said(e)));
      case IOException e when isSentence(said(e)) -> said(e);
      case IOException e -> words.text("io", said(e));
      case OutOfMemoryError _ -> words.text("memory");
      default -> words.text("unexpected", cause.getClass().getSimpleName());
    };
  }

  /// `app` and `ledger` end their sentences; the JDK and the formats do not.
  private static boolean isSentence(String said) {
    return !said.isEmpty() && ".!?".indexOf(said.charAt(said.length() - 1)) >= 0;
  }

  private static String ended(String said) {
    return isSentence(said) ? said : said + ".";
  }

  private static String capital(String said) {
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }

  private static String said(Throwable cause) {
    return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
  }

  private static String name(FileSystemException cause) {
    return Optional.ofNullable(cause.getFile())
        .map(Path::of)
        .map(Path::getFileName)
        .map(Path::toString)
        .orElse("");
  }
}
