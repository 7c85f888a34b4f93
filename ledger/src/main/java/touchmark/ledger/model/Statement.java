package touchmark.ledger.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a transaction says [Section 3.3], and the extensions that membership needs.
public sealed interface Statement {
  /// Claims ownership of a digital asset [Section 3.3, 1].
  ///
  /// @param statedFindings what the owner's inspection found in it, at most 32
  record RecordOwnership(
      ResourceId issuer, DigitalAsset productData, List<StatedFinding> statedFindings)
      implements Statement {
    public RecordOwnership {
      statedFindings = List.copyOf(statedFindings);
      if (statedFindings.size() > 32) {
        throw new IllegalArgumentException("at most 32 findings can be stated");
      }
    }
  }

  /// Sends product data [Section 3.3, 2].
  ///
  /// @param productData the fingerprint, which is the identity of the asset everywhere
  /// @param forward whether the recipient may send it on
  record SendProductData(ResourceId from, ResourceId to, Fingerprint productData, boolean forward)
      implements Statement {}

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
      implements Statement {
    public EnrolOrganization {
      requireCertificate("the authority certificate", authorityCertificate);
      requireCertificate("the encryption certificate", encryptionCertificate);
      approvedBy = List.copyOf(approvedBy);
      if (approvedBy.size() >= Transaction.MOST_SIGNERS) {
        throw new IllegalArgumentException(
            "an enrolment has fewer than " + Transaction.MOST_SIGNERS + " approvals");
      }
      if (new HashSet<>(approvedBy).size() != approvedBy.size()) {
        throw new IllegalArgumentException("an approval is named twice");
      }
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
      implements Statement {
    public EnrolPerson {
      requireCertificate("the signing certificate", signingCertificate);
    }
  }

  /// Lets a person sign for an organization. Signed by the organization's authority.
  record Delegate(ResourceId organization, ResourceId person, Set<Act> acts) implements Statement {
    public Delegate {
      acts = Set.copyOf(acts);
      if (acts.isEmpty()) {
        throw new IllegalArgumentException("a delegation names at least one act");
      }
    }
  }

  private static void requireCertificate(String what, Bytes der) {
    Bytes.requireLength(what, der, 1, Bytes.LONGEST_CERTIFICATE);
  }
}
