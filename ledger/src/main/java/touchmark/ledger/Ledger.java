package touchmark.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.TxId;

/// The only door to the embedded blockchain: open, submit, history, watch, prove.
///
/// Safe for use by any thread. Reading never waits for writing; [#submit] waits until the block is
/// on disk, so call it off the FX thread.
public final class Ledger implements AutoCloseable {

  /// Begins a solo chain in an empty directory: genesis, and the founder enrolled in block 0.
  ///
  /// @param sealer the founder's sealing key; its certificate is issued by the founder's authority
  /// @param founder the founder's own enrolment, with no approvals
  /// @param authority the founder's authority key, which signs that enrolment
  public static Ledger createSolo(
      Path directory,
      String networkName,
      Statement.EnrolOrganization founder,
      SigningKey authority,
      SigningKey sealer,
      Clock clock)
      throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Opens the chain in a directory.
  ///
  /// @param sealer the validator's key, or null to read only
  public static Ledger open(Path directory, @Nullable SigningKey sealer, Clock clock)
      throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Makes a chain directory out of an exported file, each block checked before it counts.
  public static void importFrom(Path exported, Path directory, Progress progress)
      throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Whether a directory holds a chain.
  public static boolean existsIn(Path directory) {
    throw new UnsupportedOperationException();
  }

  public NetworkInfo network() {
    throw new UnsupportedOperationException();
  }

  public Head head() {
    throw new UnsupportedOperationException();
  }

  /// Whether this process may add blocks.
  public boolean canSeal() {
    throw new UnsupportedOperationException();
  }

  /// Makes a transaction of a statement, signs it, has the rules judge it, and records it. timeOfTx
  /// is now, or a millisecond after the newest transaction that it builds on.
  public Outcome submit(Statement statement, List<SignedBy> signers) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Every transaction that names a fingerprint, oldest first.
  public List<Recorded> history(Fingerprint fingerprint) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// The claim of a fingerprint, if somebody made one.
  public Optional<Recorded> claimOf(Fingerprint fingerprint) {
    throw new UnsupportedOperationException();
  }

  /// Claims and sends whose issuer, sender or recipient is the party, oldest first.
  public List<Recorded> involving(ResourceId party) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Claims of files that name this fingerprint as their source, oldest first.
  public List<Recorded> derivedFrom(Fingerprint source) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Every claim, oldest first, at most `limit` of them.
  public List<Recorded> claims(int limit) throws StoreException {
    throw new UnsupportedOperationException();
  }

  public Optional<Recorded> transaction(TxId txId) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// The exact signed bytes.
  public Optional<Envelope> envelope(TxId txId) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// What a party may do with an asset.
  public Rights rights(Fingerprint fingerprint, ResourceId party) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Parties that hold an asset: the owner first, then by the order in which they received it.
  public List<ResourceId> holders(Fingerprint fingerprint) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// The member organizations, by id.
  public List<Organization> organizations() {
    throw new UnsupportedOperationException();
  }

  public Optional<Organization> organization(ResourceId id) {
    throw new UnsupportedOperationException();
  }

  /// The organization that a person belongs to.
  public Optional<ResourceId> employer(ResourceId person) {
    throw new UnsupportedOperationException();
  }

  /// The encryption certificate in force (DER) of an organization.
  public Optional<touchmark.ledger.model.Bytes> encryptionCertificate(ResourceId organization) {
    throw new UnsupportedOperationException();
  }

  /// Is told of each new head, on the writer's thread; be quick.
  public Subscription watch(Consumer<Head> listener) {
    throw new UnsupportedOperationException();
  }

  /// Re-derives every hash, root, seal, signature and rule from the bytes on disk.
  public ChainReport verify(Progress progress) throws StoreException {
    throw new UnsupportedOperationException();
  }

  /// Writes the whole chain to one file; the file appears only when it is complete.
  public void exportTo(Path file, Progress progress) throws StoreException {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
