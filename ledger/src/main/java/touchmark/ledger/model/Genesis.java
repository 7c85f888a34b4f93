package touchmark.ledger.model;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// What a network begins with. Its hash is the network's name, so nobody can change it later.
///
/// @param created when it was written; the first block is not older
/// @param validators who may seal blocks at first, in the order of their turns
public record Genesis(
    String networkName,
    NetworkMode mode,
    Instant created,
    Limits limits,
    List<Validator> validators) {
  /// Most validators of one network.
  public static final int MOST_VALIDATORS = 64;

  public Genesis {
    networkName = Text.required("the network's name", networkName, 100);
    Times.requireWholeMillis("created", created);
    validators = List.copyOf(validators);
    if (validators.isEmpty() || validators.size() > MOST_VALIDATORS) {
      throw new IllegalArgumentException(
          "a network begins with 1 to "
              + MOST_VALIDATORS
              + " validators, not "
              + validators.size());
    }
    if (mode == NetworkMode.SOLO && validators.size() != 1) {
      throw new IllegalArgumentException("a solo network has one validator");
    }
    if (new HashSet<>(validators.stream().map(Validator::organization).toList()).size()
        != validators.size()) {
      throw new IllegalArgumentException("a validator is named twice");
    }
  }

  /// An organization that may seal blocks.
  ///
  /// @param sealingCertificate DER of the certificate whose key makes its seals
  public record Validator(ResourceId organization, Bytes sealingCertificate) {
    public Validator {
      Bytes.requireLength(
          "the sealing certificate", sealingCertificate, 1, Bytes.LONGEST_CERTIFICATE);
    }
  }
}
