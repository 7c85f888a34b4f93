package touchmark.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import touchmark.app.KeyPlan;
import touchmark.ledger.crypto.KeyAlgorithm;
import touchmark.ledger.crypto.KeyOrigin;
import touchmark.ledger.crypto.token.TokenChoice;

/// The options that say how new keys are made, and where.
final class KeyOptions {
  /// Whose key goes into the token.
  enum InToken {
    AUTHORITY,
    PERSON,
    BOTH
  }

  @Option(
      names = "--key",
      paramLabel = "KIND",
      description = "kind of the signing keys: p256 (default) or ed25519")
  private @Nullable String kind;

  @Option(
      names = "--pkcs11",
      paramLabel = "LIBRARY",
      description = "the token's PKCS#11 library; its key is made there and never leaves it")
  private @Nullable Path library;

  @Option(names = "--token", paramLabel = "LABEL", description = "which token of the library")
  private @Nullable String label;

  @Option(names = "--slot", paramLabel = "N", description = "which token of the library")
  private @Nullable Long slot;

  @Option(
      names = "--in-token",
      paramLabel = "WHOSE",
      description = "whose key goes into the token: person (default), authority, or both")
  private @Nullable InToken inToken;

  /// For an organization and its first person.
  KeyPlan plan() throws Problem {
    KeyOrigin made = made();
    Optional<TokenChoice> token = token();
    if (token.isEmpty()) {
      return new KeyPlan(made, made);
    }
    KeyOrigin there = new KeyOrigin.InToken(token.get());
    return switch (inToken == null ? InToken.PERSON : inToken) {
      case AUTHORITY -> new KeyPlan(there, made);
      case PERSON -> new KeyPlan(made, there);
      case BOTH -> new KeyPlan(there, there);
    };
  }

  /// For one person.
  KeyOrigin person() throws Problem {
    if (inToken != null && inToken != InToken.PERSON) {
      throw new Problem(ExitCode.USAGE, "--in-token: only a person's key is made here.");
    }
    if (library != null && !made().equals(KeyOrigin.DEFAULT)) {
      throw new Problem(ExitCode.USAGE, "Keys in tokens are P-256; leave --key away.");
    }
    return plan().person();
  }

  /// For a key that is not made here.
  ///
  /// @param fact begins the sentence to those who ask for a kind
  void requireNoKind(String fact) throws Problem {
    if (kind != null) {
      throw new Problem(ExitCode.USAGE, fact + "; leave --key away.");
    }
  }

  /// For a key that can be made in one way only.
  ///
  /// @param fact begins the sentence to those who ask for another
  void requireNone(String fact) throws Problem {
    if (kind != null || library != null || label != null || slot != null || inToken != null) {
      throw new Problem(
          ExitCode.USAGE, fact + "; leave --key, --pkcs11 and what goes with them away.");
    }
  }

  /// The token that is meant.
  Optional<TokenChoice> token() throws Problem {
    if (library == null) {
      if (label != null || slot != null || inToken != null) {
        throw new Problem(
            ExitCode.USAGE, "--token, --slot and --in-token need --pkcs11 LIBRARY with them.");
      }
      return Optional.empty();
    }
    return Optional.of(
        new TokenChoice(
            library.toAbsolutePath(),
            slot == null ? OptionalLong.empty() : OptionalLong.of(slot),
            Optional.ofNullable(label)));
  }

  private KeyOrigin made() throws Problem {
    return switch (kind == null ? "p256" : kind.toLowerCase(Locale.ROOT)) {
      case "p256" -> KeyOrigin.DEFAULT;
      case "ed25519" -> {
        if (library != null && inToken != InToken.AUTHORITY && inToken != InToken.PERSON) {
          throw new Problem(ExitCode.USAGE, "Keys in tokens are P-256; leave --key away.");
        }
        yield new KeyOrigin.Made(KeyAlgorithm.ED25519);
      }
      case "rsa", "ml-dsa-65" ->
          throw new Problem(
              ExitCode.USAGE,
              "--key: signatures by " + kind + " are verified, keys are p256 or ed25519.");
      default -> throw new Problem(ExitCode.USAGE, "--key: p256 or ed25519 is expected.");
    };
  }
}
