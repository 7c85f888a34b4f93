package touchmark.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a secret comes from: a file, a variable, or a prompt; never an argument.
final class Passwords {
  private static final long LONGEST_FILE = 4_096;

  private final Streams streams;
  private final Secret secret;
  private final @Nullable Path file;

  Passwords(Streams streams, Secret secret, @Nullable Path file) {
    this.streams = streams;
    this.secret = secret;
    this.file = file;
  }

  /// The secret of something that exists.
  char[] existing() throws Problem {
    return existing("");
  }

  /// The same.
  ///
  /// @param which says of what, at a prompt
  char[] existing(String which) throws Problem {
    char[] given = given();
    return given.length > 0 ? given : prompt(capital(secret.title()) + which + ": ");
  }

  /// A new one, asked twice when it is typed.
  char[] fresh() throws Problem {
    char[] given = given();
    if (given.length > 0) {
      return given;
    }
    char[] first = prompt("New " + secret.title() + ": ");
    char[] second = prompt("Once more: ");
    boolean same = Arrays.equals(first, second);
    Arrays.fill(second, ' ');
    if (!same) {
      throw new Problem(ExitCode.USAGE, "The two passwords differ; nothing was made.");
    }
    if (first.length == 0) {
      throw new Problem(
          ExitCode.USAGE, "The " + secret.title() + " cannot be empty; nothing was made.");
    }
    return first;
  }

  private char[] given() throws Problem {
    if (file != null) {
      return fromFile(file);
    }
    String variable = streams.environment().get(secret.variable());
    return variable == null ? new char[0] : variable.toCharArray();
  }

  private static char[] fromFile(Path file) throws Problem {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        throw new Problem(ExitCode.USAGE, file + ": is too long for a password file.");
      }
      byte[] bytes = Files.readAllBytes(file);
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
      Arrays.fill(bytes, (byte) 0);
      int end = text.length();
      while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
        end--;
      }
      char[] password = new char[end];
      text.get(password, 0, end);
      if (end == 0) {
        throw new Problem(ExitCode.USAGE, file + ": holds no password.");
      }
      return password;
    } catch (CharacterCodingException notText) {
      throw new Problem(ExitCode.USAGE, file + ": is not UTF-8 text.", notText);
    } catch (IOException unreadable) {
      throw new Problem(
          ExitCode.USAGE, "The password file " + file + " cannot be read.", unreadable);
    }
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private char[] prompt(String question) throws Problem {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (console.isEmpty()) {
      throw new Problem(
          ExitCode.LOCKED,
          "The %s is needed: give %s FILE, or set %s."
              .formatted(secret.title(), secret.option(), secret.variable()));
    }
    char[] typed = console.get().readPassword("%s", question);
    return typed == null ? new char[0] : typed;
  }
}
