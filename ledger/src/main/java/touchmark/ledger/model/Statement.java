package touchmark.ledger.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a transaction says [Section 3.3], and the extensions that a network needs: about one
/// digital asset, about one physical part, or about who belongs to the network.
public sealed interface Statement {
  /// About one digital asset.
  sealed interface OfAsset extends Statement {
    /// Of which bytes.
    Fingerprint fingerprint();

    /// Issuer, sender, recipient: whom it names.
    List<ResourceId> parties();
  }

  /// About one physical part, type C of the source.
  sealed interface OfPart extends Statement {
    /// Which part.
    PartId part();

    /// Maker, giver, taker: whom it names.
    List<ResourceId> parties();
  }

  /// About who belongs to the network, and by which keys.
  sealed interface OfMembership extends Statement {}

  /// Claims ownership of a digital asset [Section 3.3, 1].
  ///
  /// @param statedFindings what the owner's inspection found in it, at most 32
  record RecordOwnership(
      ResourceId issuer, DigitalAsset productData, List<StatedFinding> statedFindings)
      implements OfAsset {
    public RecordOwnership {
      statedFindings = List.copyOf(statedFindings);
      if (statedFindings.size() > 32) {
        throw new IllegalArgumentException("at most 32 findings can be stated");
      }
    }

    @Override
    public Fingerprint fingerprint() {
      return productData.fingerprint();
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(issuer);
    }
  }

  /// Sends product data [Section 3.3, 2].
  ///
  /// @param productData the fingerprint, which is the identity of the asset everywhere
  /// @param forward whether the recipient may send it on
  record SendProductData(ResourceId from, ResourceId to, Fingerprint productData, boolean forward)
      implements OfAsset {
    @Override
    public Fingerprint fingerprint() {
      return productData;
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(from, to);
    }
  }

  /// Hands ownership on; extension. Signed by the present owner and by the new one. Rule 1 then
  /// holds for the new owner; rights to forward that were given before stay.
  record TransferOwnership(ResourceId from, ResourceId to, Fingerprint productData)
      implements OfAsset {
    public TransferOwnership {
      requireTwo("ownership", from, to);
    }

    @Override
    public Fingerprint fingerprint() {
      return productData;
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(from, to);
    }
  }

  /// Recalls a version; extension. Signed by the present owner. It stays registered, and
  /// verification says caution from then on.
  record WithdrawVersion(ResourceId owner, Fingerprint productData) implements OfAsset {
    @Override
    public Fingerprint fingerprint() {
      return productData;
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(owner);
    }
  }

  /// Contests a claim; extension. First to claim is not always the maker. Any member may, once for
  /// each asset.
  ///
  /// @param reason commitment of the reason, whose text stays off the chain
  record Dispute(ResourceId issuer, Fingerprint productData, Commitment reason) implements OfAsset {
    @Override
    public Fingerprint fingerprint() {
      return productData;
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(issuer);
    }
  }

  /// Registers a physical part, whose first holder is its maker; extension.
  ///
  /// @param productData the bytes that it was made from, which the maker holds
  record RegisterPart(PartId part, Fingerprint productData) implements OfPart {
    @Override
    public List<ResourceId> parties() {
      return List.of(part.maker());
    }
  }

  /// Hands a physical part on; extension. Only its present holder may, so that nobody hands it on
  /// twice.
  record TransferPart(ResourceId from, ResourceId to, PartId part) implements OfPart {
    public TransferPart {
      requireTwo("a part", from, to);
    }

    @Override
    public List<ResourceId> parties() {
      return List.of(from, to);
    }
  }

  /// Makes an organization a member. Signed by its own authority and by the approving validators'
  /// organizations (on a new network: by the founder alone).
  ///
  /// @param authorityCertificate DER of the organization's own certificate authority
  /// @param encryptionCertificate DER of the certificate that content keys are wrapped for
  /// @param approvedBy the member organizations that approve; empty only for the founder in the
  ///   first block
  record EnrolOrganization(
      Organization organization,
      Bytes authorityCertificate,
      Bytes encryptionCertificate,
      List<ResourceId> approvedBy)
      implements OfMembership {
    public EnrolOrganization {
      requireCertificate("the authority certificate", authorityCertificate);
      requireCertificate("the encryption certificate", encryptionCertificate);
      approvedBy = List.copyOf(approvedBy);
      if (approvedBy.size() >= Transaction.MOST_SIGNERS) {
        throw new IllegalArgumentException(
            "an enrolment has fewer than " + Transaction.MOST_SIGNERS + " approvals");
      }
      requireDistinct(approvedBy);
    }
  }

  /// Makes a person known under a pseudonym. Signed by the organization's authority.
  ///
  /// @param signingCertificate DER, issued by the organization's authority, subject = the person's
  ///   id
  /// @param details commitment of the person's name and e-mail, which stay off the chain
  record EnrolPerson(
      ResourceId person,
      ResourceId belongsTo,
      Bytes signingCertificate,
      Optional<Commitment> details)
      implements OfMembership {
    public EnrolPerson {
      requireCertificate("the signing certificate", signingCertificate);
    }
  }

  /// Lets a person sign for an organization. Signed by the organization's authority.
  record Delegate(ResourceId organization, ResourceId person, Set<Act> acts)
      implements OfMembership {
    public Delegate {
      acts = Set.copyOf(acts);
      if (acts.isEmpty()) {
        throw new IllegalArgumentException("a delegation names at least one act");
      }
    }
  }

  /// Replaces a certificate: a person's signing certificate, or the organization's own encryption
  /// certificate. Signed by the organization's authority. The old one signs nothing after this;
  /// what it signed before stays.
  ///
  /// @param subject the person, or the organization itself
  /// @param certificate DER, issued by the organization's authority
  record RotateCertificate(ResourceId organization, ResourceId subject, Bytes certificate)
      implements OfMembership {
    public RotateCertificate {
      requireCertificate("the new certificate", certificate);
    }
  }

  /// Makes a certificate count no more. Signed by the organization's authority. Nothing that it
  /// signed before is undone.
  ///
  /// @param certificate of one of the organization's people, or its own encryption certificate
  record RevokeCertificate(
      ResourceId organization, CertificateHash certificate, RevocationReason reason)
      implements OfMembership {}

  /// Changes who seals blocks, by one validator. Signed by as many validators as make a quorum.
  ///
  /// @param activationHeight the first block that is sealed by the new set
  /// @param approvedBy the validators that approve
  record ChangeValidators(
      ValidatorChange change, long activationHeight, List<ResourceId> approvedBy)
      implements OfMembership {
    public ChangeValidators {
      if (activationHeight < 1) {
        throw new IllegalArgumentException(
            "validators change at block 1 or later, not " + activationHeight);
      }
      approvedBy = List.copyOf(approvedBy);
      if (approvedBy.isEmpty() || approvedBy.size() > Transaction.MOST_SIGNERS) {
        throw new IllegalArgumentException(
            "a change of validators has 1 to " + Transaction.MOST_SIGNERS + " approvals");
      }
      requireDistinct(approvedBy);
    }
  }

  private static void requireTwo(String what, ResourceId from, ResourceId to) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("'" + from + "' cannot hand " + what + " over to itself");
    }
  }

  private static void requireDistinct(List<ResourceId> approvals) {
    if (new HashSet<>(approvals).size() != approvals.size()) {
      throw new IllegalArgumentException("an approval is named twice");
    }
  }

  private static void requireCertificate(String what, Bytes der) {
    Bytes.requireLength(what, der, 1, Bytes.LONGEST_CERTIFICATE);
  }
}
