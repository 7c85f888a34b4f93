package touchmark.ledger.model;

/// One change of who seals blocks, and by which certificate.
public sealed interface ValidatorChange {
  /// The organization whose place changes.
  ResourceId organization();

  /// A member becomes a validator, behind the others.
  ///
  /// @param sealingCertificate DER, issued by the organization's authority
  record Add(ResourceId organization, Bytes sealingCertificate) implements ValidatorChange {
    public Add {
      requireCertificate(sealingCertificate);
    }
  }

  /// A validator seals no more.
  record Remove(ResourceId organization) implements ValidatorChange {}

  /// A validator seals with another certificate from then on.
  ///
  /// @param sealingCertificate DER, issued by the organization's authority
  record Reseal(ResourceId organization, Bytes sealingCertificate) implements ValidatorChange {
    public Reseal {
      requireCertificate(sealingCertificate);
    }
  }

  private static void requireCertificate(Bytes der) {
    Bytes.requireLength("the sealing certificate", der, 1, Bytes.LONGEST_CERTIFICATE);
  }
}
