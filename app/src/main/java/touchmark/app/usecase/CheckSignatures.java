package touchmark.app.usecase;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchmark.app.contacts.Names;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.inspect.Inspection;
import touchmark.app.signature.FoundSignature;
import touchmark.app.signature.Members;
import touchmark.app.signature.SignatureFindings;
import touchmark.app.signature.Signatures;
import touchmark.app.signature.Trust;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CompanyCertificates;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.OrganizationKeys;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// Checks the signatures inside files as this station sees them: it trusts the certificates of the
/// ledger's members, and the roots of the company certificates that its own organizations have.
public final class CheckSignatures {
  private final Ledger ledger;
  private final Names names;
  private final Optional<KeyRing> keys;
  private final Clock clock;

  /// @param keys empty in a home that only looks
  public CheckSignatures(Ledger ledger, Names names, Optional<KeyRing> keys, Clock clock) {
    this.ledger = ledger;
    this.names = names;
    this.keys = keys;
    this.clock = clock;
  }

  /// Whom this station trusts now.
  ///
  /// @throws IOException if its key store cannot be read
  public Trust trust() throws IOException {
    Trust trust = Trust.nobody(clock.instant()).with((Members) this::member);
    if (keys.isEmpty()) {
      return trust;
    }
    CompanyCertificates company = new CompanyCertificates(keys.get(), ledger.limits(), clock);
    for (OrganizationKeys its : keys.get().organizations()) {
      Optional<Bytes> root = root(company, its.organization());
      if (root.isPresent()) {
        trust = with(trust, root.get());
      }
    }
    return trust;
  }

  private static Trust with(Trust trust, Bytes root) {
    try {
      return trust.withAnchors(List.of(root));
    } catch (BadCertificateException e) {
      throw new IllegalStateException("a certificate of a good path can be read", e);
    }
  }

  /// The trusted end of an organization's company certificate.
  private static Optional<Bytes> root(CompanyCertificates company, ResourceId organization)
      throws IOException {
    try {
      return company.of(organization).map(path -> path.der().getLast());
    } catch (BadCertificateException e) {
      return Optional.empty(); // one that is not good now vouches for nobody
    } catch (KeyRingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Optional<Members.Member> member(CertificateHash certificate) throws IOException {
    Optional<ResourceId> owner = ledger.ownerOf(certificate);
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Instant> revoked = ledger.revocation(certificate).map(Recorded::blockTime);
      String employer = ledger.employer(owner.get()).map(its -> " of " + names.of(its)).orElse("");
      return Optional.of(new Members.Member(names.of(owner.get()) + employer, revoked));
    } catch (StoreException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /// The signatures of a file that was opened.
  ///
  /// @throws FormatException if the file changed since
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public List<FoundSignature> of(OpenedFile opened, Progress progress)
      throws FormatException, IOException {
    return Signatures.of(opened, trust(), progress);
  }

  /// An inspection with what there is to say of the file's signatures, and be it that they cannot
  /// be read: the rest of the file may well be sound.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public Inspection with(Inspection inspection, Progress progress) throws IOException {
    try {
      return inspection.with(SignatureFindings.of(of(inspection.file(), progress)));
    } catch (FormatException e) {
      return inspection.with(List.of(SignatureFindings.unreadable(String.valueOf(e.getMessage()))));
    }
  }
}
