package touchmark.ledger.receipt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.crypto.CheckpointSigner;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.proof.Base64Text;
import touchmark.ledger.proof.NoteKey;

/// Writes the policy of a network's validators [C2SP tlog-policy]: any of their logs, and Q of them
/// as witnesses, each with both of its keys. What only people need stands in comments: who the
/// validators are, and the certificates in which their authorities say that the keys are theirs.
public final class ValidatorPolicy {
  private static final String QUORUM = "quorum-of-validators";

  private final String networkName;
  private final List<Validator> validators;

  /// A validator as others know it.
  ///
  /// @param name the organization's, for people
  /// @param authority the certificate of the organization's authority (DER)
  public record Validator(String name, Bytes authority, ValidatorSigners signers) {
    ResourceId organization() {
      return signers.keys().organization();
    }
  }

  public ValidatorPolicy(String networkName, List<Validator> validators) {
    this.networkName = networkName;
    this.validators = List.copyOf(validators);
    if (this.validators.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a validator");
    }
  }

  /// How many of n validators have to vouch: ceil((n + f + 1) / 2), f = floor((n - 1) / 3).
  static int quorum(int n) {
    int f = (n - 1) / 3;
    return (n + f + 2) / 2;
  }

  /// The file; UTF-8.
  public byte[] encode() {
    StringBuilder text = new StringBuilder();
    comment(text, "Whose signatures make a receipt of the network \"" + networkName + "\" count");
    comment(text, "[C2SP tlog-policy]. Whoever can replace this file decides what counts: get it");
    comment(text, "from somebody you trust, or compare the authority's SHA-256 with its owner.");
    for (Validator validator : validators) {
      String organization = validator.organization().value();
      ValidatorSigners signers = validator.signers();
      text.append('\n');
      comment(text, organization + ": " + validator.name());
      comment(text, "authority SHA-256 " + Hashing.certificate(validator.authority()).hex());
      certificate(text, "authority", validator.authority());
      certificate(text, "log", signers.log().signer());
      text.append("log ").append(signers.log().key().vkey()).append('\n');
      certificate(text, "ed25519", signers.cosigner().signer());
      witness(text, organization + "/ed25519", signers.cosigner().key());
      certificate(text, "ml-dsa-44", signers.quantumSafe().signer());
      witness(text, organization + "/ml-dsa-44", signers.quantumSafe().key());
      text.append(
          "group %s/both all %s/ed25519 %s/ml-dsa-44\n"
              .formatted(organization, organization, organization));
    }
    text.append("\ngroup ").append(QUORUM).append(' ').append(quorum(validators.size()));
    validators.forEach(
        validator -> text.append(' ').append(validator.organization()).append("/both"));
    return text.append("\nquorum ")
        .append(QUORUM)
        .append('\n')
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void witness(StringBuilder text, String name, NoteKey key) {
    text.append("witness ").append(name).append(' ').append(key.vkey()).append('\n');
  }

  private static void certificate(StringBuilder text, String what, CheckpointSigner signer) {
    certificate(text, what, signer.certificate());
  }

  private static void certificate(StringBuilder text, String what, Bytes der) {
    comment(text, "certificate of " + what + ": " + Base64Text.print(der));
  }

  private static void comment(StringBuilder text, String comment) {
    // A name must not begin a line of its own, nor hold what the form forbids.
    text.append("# ");
    comment
        .codePoints()
        .map(point -> Character.isISOControl(point) ? '?' : point)
        .forEach(text::appendCodePoint);
    text.append('\n');
  }
}
