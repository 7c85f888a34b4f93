package touchmark.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.chain.Archive;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.chain.ChainCopy;
import touchmark.ledger.chain.ChainVerifier;
import touchmark.ledger.chain.IndexFollower;
import touchmark.ledger.chain.SignaturePool;
import touchmark.ledger.chain.Tip;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.consensus.Consensus;
import touchmark.ledger.consensus.Proposal;
import touchmark.ledger.consensus.Solo;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.PartlySigned;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;
import touchmark.ledger.receipt.Notary;
import touchmark.ledger.receipt.ValidatorSigners;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Submission;
import touchmark.ledger.rules.Verdict;
import touchmark.ledger.state.Asset;
import touchmark.ledger.state.KnownPerson;
import touchmark.ledger.state.Member;
import touchmark.ledger.state.Membership;
import touchmark.ledger.state.Objection;
import touchmark.ledger.state.Part;
import touchmark.ledger.state.Revocation;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.CleanStop;
import touchmark.ledger.store.DiskTrouble;
import touchmark.ledger.store.HomeLock;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// The only door to the embedded blockchain: open, submit, history, watch, prove.
///
/// Safe for use by any thread. Reading never waits for writing; [#submit] waits until the block is
/// on disk, so call it off the FX thread.
public final class Ledger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final HomeLock lock;
  private final ChainPlace place;
  private final SegmentStore store;
  private final ChainIndex index;
  private final Policy policy;
  private final BlockJudge judge;
  private final Chain chain;
  private final Consensus consensus;
  private final Archive archive;
  private final TransactionMaker maker;
  private final Receipts receipts;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Ledger(
      HomeLock lock,
      ChainPlace place,
      SegmentStore store,
      ChainIndex index,
      Chain chain,
      BlockJudge judge,
      Policy policy,
      @Nullable SigningKey sealer,
      Clock clock) {
    this.policy = policy;
    this.lock = lock;
    this.place = place;
    this.store = store;
    this.index = index;
    this.judge = judge;
    this.chain = chain;
    this.consensus = new Solo(chain, policy, Optional.ofNullable(sealer), clock);
    this.archive = new Archive(chain, store, index, consensus::isFinal);
    this.maker = new TransactionMaker(clock, new SecureRandom());
    this.receipts =
        new Receipts(
            chain,
            store,
            archive,
            consensus,
            keys ->
                new Notary(
                    place.lastCheckpoint(),
                    new ValidatorSigners(chain.tip().state().network(), keys),
                    clock));
  }

  /// Begins a solo chain in an empty directory: genesis, and the founder enrolled in block 0.
  ///
  /// @param sealer the founder's sealing key; its certificate is issued by the founder's authority
  /// @param founder the founder's own enrolment, with no approvals
  /// @param authority the founder's authority key, which signs that enrolment
  /// @throws StoreException if the directory holds a chain, cannot be written, or the founder's
  ///   certificates are not good
  public static Ledger createSolo(
      Path directory,
      String networkName,
      Statement.EnrolOrganization founder,
      SigningKey authority,
      SigningKey sealer,
      Clock clock)
      throws StoreException {
    HomeLock lock = HomeLock.take(directory);
    try {
      new Founding(new ChainPlace(directory), clock).begin(networkName, founder, authority, sealer);
      return openLocked(lock, directory, sealer, clock);
    } catch (StoreException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Opens the chain in a directory. A damaged one can be read up to the damage; [#canSeal] is then
  /// false, and [#verify] says what is wrong.
  ///
  /// @param sealer the validator's key, or null to read only
  /// @throws StoreException if there is no chain, another process has it open, or not even its
  ///   beginning can be read
  public static Ledger open(Path directory, @Nullable SigningKey sealer, Clock clock)
      throws StoreException {
    if (!existsIn(directory)) {
      throw new StoreException("There is no ledger in " + directory + ".");
    }
    HomeLock lock = HomeLock.take(directory);
    try {
      return openLocked(lock, directory, sealer, clock);
    } catch (StoreException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Ledger openLocked(
      HomeLock lock, Path directory, @Nullable SigningKey sealer, Clock clock)
      throws StoreException {
    ChainPlace place = new ChainPlace(directory);
    Certificates certificates = new Certificates();
    Policy policy = new Policy(certificates);
    BlockJudge judge = new BlockJudge(policy, certificates);
    Opening opened = Opening.of(place, judge);
    return new Ledger(
        lock, place, opened.store(), opened.index(), opened.chain(), judge, policy, sealer, clock);
  }

  /// Makes a chain directory out of an exported file, each block checked before it counts. Where a
  /// chain of the same network stands already and is shorter, or damaged, the imported one takes
  /// its place and the old segments are kept beside it.
  ///
  /// @throws StoreException if the file is damaged, the directory holds a chain of another network
  ///   or one that is not the beginning of the imported one
  /// @throws java.util.concurrent.CancellationException if the progress said so
  public static void importFrom(Path exported, Path directory, Progress progress)
      throws StoreException {
    try (HomeLock _ = HomeLock.take(directory)) {
      new Import(new ChainPlace(directory)).run(exported, progress);
    }
  }

  /// Whether a directory holds a chain.
  public static boolean existsIn(Path directory) {
    return Files.isDirectory(new ChainPlace(directory).segments());
  }

  /// Verifies the segments in a directory as they are on disk, also where [#open] refuses them or
  /// another process has them open. Changes nothing. The index is compared where no other process
  /// has it open; one that goes further than the segments is the sign of lost blocks.
  ///
  /// @throws StoreException if the disk cannot be read
  /// @throws java.util.concurrent.CancellationException if the progress said so
  public static ChainReport verifyIn(Path directory, Progress progress) throws StoreException {
    return verifyIn(directory, Optional.empty(), progress);
  }

  /// The same, with hashes and roots alone up to where somebody vouches for the chain. Where nobody
  /// does, the block of [VerifiedHere] has to be there still.
  public static ChainReport verifyIn(Path directory, Optional<Since> since, Progress progress)
      throws StoreException {
    Certificates certificates = new Certificates();
    BlockJudge judge = new BlockJudge(new Policy(certificates), certificates);
    ChainPlace place = new ChainPlace(directory);
    try (SignaturePool signatures = signaturePool();
        CheckedIndex index = CheckedIndex.in(place.index())) {
      Optional<Since.Block> remembered =
          since.isPresent()
              ? Optional.empty()
              : VerifiedHere.in(directory).map(VerifiedHere::since);
      ChainReport report =
          new ChainVerifier(judge, index.readable(), since, remembered, signatures, progress)
              .verify(
                  () -> SegmentStore.scan(place.segments()),
                  SegmentStore.bytesIn(place.segments()));
      return index.addedTo(report);
    }
  }

  static SignaturePool signaturePool() {
    return new SignaturePool(Runtime.getRuntime().availableProcessors());
  }

  /// The network that this chain belongs to.
  public NetworkInfo network() {
    Genesis genesis = chain.tip().state().genesis();
    return new NetworkInfo(chain.tip().state().network(), genesis.networkName(), genesis.mode());
  }

  /// The bounds that the network set for itself.
  public Limits limits() {
    return chain.tip().state().genesis().limits();
  }

  /// Where the chain stands.
  public Head head() {
    return headOf(chain.tip());
  }

  private Head headOf(Tip tip) {
    return new Head(
        tip.height(),
        consensus.finalHeight(tip.height()),
        tip.hash(),
        tip.time(),
        tip.tree().size(),
        tip.tree().root());
  }

  /// Whether this process may add blocks.
  public boolean canSeal() {
    return consensus.maySeal();
  }

  /// What is damaged, or why the disk takes no more; empty when all is well.
  public Optional<String> readOnlyBecause() {
    return chain.readOnlyBecause();
  }

  /// Makes a transaction of a statement, signs it, has the rules judge it, and records it. timeOfTx
  /// is now, or a millisecond after the newest transaction that it builds on.
  ///
  /// @throws StoreException if nothing can be recorded now, whatever the statement
  public Outcome submit(Statement statement, List<SignedBy> signers) throws StoreException {
    return submitAll(List.of(new SignedStatement(statement, signers))).getFirst();
  }

  /// The same for many, in as few blocks as they fit in. Each is made from what is recorded now, so
  /// none may build on another of them.
  ///
  /// @return an outcome for each, in the same order
  public List<Outcome> submitAll(List<SignedStatement> statements) throws StoreException {
    Tip tip = chain.tip();
    Limits limits = tip.state().genesis().limits();
    List<Proposal> proposals = new ArrayList<>();
    List<Optional<Outcome>> malformed = new ArrayList<>();
    for (SignedStatement one : statements) {
      try {
        proposals.add(
            Proposal.read(maker.make(one.statement(), one.signers(), tip.state()), limits));
        malformed.add(Optional.empty());
      } catch (MalformedException e) {
        malformed.add(Optional.of(new Outcome.Refused(malformed(e))));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    var judged = consensus.propose(proposals).iterator();
    malformed.forEach(refused -> outcomes.add(refused.orElseGet(judged::next)));
    return outcomes;
  }

  /// Makes a transaction that others have to sign too. Nothing is recorded; it travels outside the
  /// chain until [#countersign] filled every place, and then goes to [#submit(PartlySigned)].
  ///
  /// @param mine who signs now
  /// @param others whose signatures are to follow; see [#signerFor]
  public PartlySigned propose(Statement statement, List<SignedBy> mine, List<Signer> others) {
    return maker.propose(statement, mine, others, chain.tip().state());
  }

  /// What the rules would say of a transaction if it came into the next block now; nothing is said
  /// of signatures. Empty when no rule has anything against it.
  public Optional<Verdict.Refused> foresee(PartlySigned proposal) {
    Tip tip = chain.tip();
    try {
      Transaction tx = PayloadCodec.decode(proposal.payload(), tip.state().genesis().limits());
      Envelope unsigned =
          new Envelope(
              proposal.payload(), tx.signers().stream().map(_ -> Bytes.of(new byte[1])).toList());
      return policy.judgeStatement(
          new Submission(tx, unsigned, maker.now()), tip.state().entering(tip.height() + 1));
    } catch (MalformedException e) {
      return Optional.of(malformed(e));
    }
  }

  /// Adds a signature to a transaction that waits for it.
  ///
  /// @return empty when it names no such signer, or this one signed already
  /// @throws MalformedException if its payload is not well-formed
  public Optional<PartlySigned> countersign(PartlySigned proposal, SignedBy by)
      throws MalformedException {
    return TransactionMaker.countersigned(proposal, by);
  }

  /// Has the rules judge a transaction that was signed by and by, and records it. One that still
  /// lacks a signature is refused.
  ///
  /// @throws StoreException if nothing can be recorded now, whatever the statement
  public Outcome submit(PartlySigned signed) throws StoreException {
    Optional<Envelope> envelope = signed.envelope();
    if (envelope.isEmpty()) {
      return new Outcome.Refused(
          new Verdict.Refused(
              "signers [format: envelope]",
              RefusalCode.WRONG_SIGNERS,
              "The transaction lacks %d of %d signatures."
                  .formatted(
                      signed.signatures().stream().filter(Optional::isEmpty).count(),
                      signed.signatures().size())));
    }
    try {
      Limits limits = chain.tip().state().genesis().limits();
      return consensus.propose(List.of(Proposal.read(envelope.get(), limits))).getFirst();
    } catch (MalformedException e) {
      return new Outcome.Refused(malformed(e));
    }
  }

  /// By which certificate a party can sign for an act: a person's whom it lets act so, the first by
  /// id, or her own; empty where nobody may.
  public Optional<Signer> signerFor(ResourceId party, Act act) {
    Membership membership = membership();
    return membership
        .person(party)
        .map(List::of)
        .orElseGet(() -> membership.mayAct(party, act))
        .stream()
        .map(person -> person.signing().hash())
        .filter(certificate -> membership.revocation(certificate).isEmpty())
        .findFirst()
        .map(certificate -> new Signer(party, certificate));
  }

  private static Verdict.Refused malformed(MalformedException e) {
    return new Verdict.Refused(
        "form [format: payload]", RefusalCode.MALFORMED, e.getMessage() + ".");
  }

  /// Every transaction that names a fingerprint, oldest first.
  public List<Recorded> history(Fingerprint fingerprint) throws StoreException {
    return archive.naming(fingerprint);
  }

  /// The claim of a fingerprint, if somebody made one.
  public Optional<Recorded> claimOf(Fingerprint fingerprint) throws StoreException {
    return at(chain.tip().state().asset(fingerprint).map(asset -> asset.claim().position()));
  }

  /// Who owns an asset now: who claimed it, or whom ownership was handed to since.
  public Optional<ResourceId> owner(Fingerprint fingerprint) {
    return chain.tip().state().asset(fingerprint).map(asset -> asset.owner().owner());
  }

  /// The owner's recall of an asset, if there is one.
  public Optional<Recorded> withdrawal(Fingerprint fingerprint) throws StoreException {
    return at(
        chain.tip().state().asset(fingerprint).flatMap(Asset::withdrawal).map(Objection::position));
  }

  /// Who disputes an asset, oldest first.
  public List<Recorded> disputes(Fingerprint fingerprint) throws StoreException {
    List<Position> positions = new ArrayList<>();
    chain
        .tip()
        .state()
        .asset(fingerprint)
        .ifPresent(
            asset -> asset.disputes().forEach(entry -> positions.add(entry.value().position())));
    positions.sort(Comparator.naturalOrder());
    return recorded(positions);
  }

  /// In whose hands a physical part is; empty when nobody registered it.
  public Optional<ResourceId> holder(PartId part) {
    return chain.tip().state().part(part).map(Part::holder);
  }

  /// The registration of a physical part and every transfer of it, oldest first.
  public List<Recorded> history(PartId part) throws StoreException {
    return recorded(chain.tip().state().part(part).map(Part::history).orElse(List.of()));
  }

  /// Whether a certificate counts no more because it was revoked; [#revocation] says when and why.
  public boolean isRevoked(CertificateHash certificate) {
    return membership().revocation(certificate).isPresent();
  }

  /// Whose certificate this is, or was; empty for one that was never recorded.
  public Optional<ResourceId> ownerOf(CertificateHash certificate) {
    return membership().ownerOf(certificate);
  }

  /// Since when a certificate counts no more, and why; empty for one that was not revoked.
  public Optional<Recorded> revocation(CertificateHash certificate) throws StoreException {
    return at(membership().revocation(certificate).map(Revocation::position));
  }

  private List<Recorded> recorded(List<Position> positions) throws StoreException {
    List<Recorded> found = new ArrayList<>(positions.size());
    for (Position position : positions) {
      found.add(archive.at(position));
    }
    return found;
  }

  /// Statements about assets and parts that name the party, oldest first.
  public List<Recorded> involving(ResourceId party) throws StoreException {
    return archive.involving(party);
  }

  /// Claims of files that name this fingerprint as their source, oldest first.
  public List<Recorded> derivedFrom(Fingerprint source) throws StoreException {
    return archive.derivedFrom(source);
  }

  /// Every claim, oldest first, at most `limit` of them.
  public List<Recorded> claims(int limit) throws StoreException {
    return archive.claims(limit);
  }

  /// The transaction of this name.
  public Optional<Recorded> transaction(TxId txId) throws StoreException {
    return at(chain.tip().state().transactions().get(txId));
  }

  /// The exact signed bytes.
  public Optional<Envelope> envelope(TxId txId) throws StoreException {
    Optional<Position> position = chain.tip().state().transactions().get(txId);
    return position.isPresent() ? Optional.of(archive.envelope(position.get())) : Optional.empty();
  }

  private Optional<Recorded> at(Optional<Position> position) throws StoreException {
    return position.isPresent() ? Optional.of(archive.at(position.get())) : Optional.empty();
  }

  /// What a party may do with an asset.
  public Rights rights(Fingerprint fingerprint, ResourceId party) throws StoreException {
    Optional<Asset> asset = chain.tip().state().asset(fingerprint);
    if (asset.isEmpty()) {
      return new Rights(Rights.Level.NOT_REGISTERED, List.of());
    }
    return new Rights(level(asset.get(), party), recorded(asset.get().provenance(party)));
  }

  private static Rights.Level level(Asset asset, ResourceId party) {
    if (asset.ownedBy(party)) {
      return Rights.Level.OWNER;
    }
    return asset
        .holding(party)
        .map(h -> h.forward().isPresent() ? Rights.Level.MAY_FORWARD : Rights.Level.HOLDER)
        .orElse(Rights.Level.NONE);
  }

  /// Parties that hold an asset: the owner first, then by the order in which they received it.
  public List<ResourceId> holders(Fingerprint fingerprint) throws StoreException {
    return chain.tip().state().asset(fingerprint).map(Asset::holders).orElse(List.of());
  }

  /// The member organizations, by id.
  public List<Organization> organizations() {
    return membership().organizations();
  }

  /// The member organization of this id.
  public Optional<Organization> organization(ResourceId id) {
    return membership().organization(id).map(member -> member.organization());
  }

  /// The organization that a person belongs to.
  public Optional<ResourceId> employer(ResourceId person) {
    return membership().person(person).map(KnownPerson::belongsTo);
  }

  /// Whether a delegation in force lets the person act so for the organization.
  public boolean mayAct(ResourceId person, ResourceId organization, Act act) {
    return membership().mayAct(person, organization, act);
  }

  /// What the chain holds of a person's name and e-mail; a proof for whoever still has the text.
  public Optional<Commitment> details(ResourceId person) {
    return membership().person(person).flatMap(KnownPerson::details);
  }

  /// The certificate in force by which a person signs.
  public Optional<CertificateHash> signingCertificate(ResourceId person) {
    return membership()
        .person(person)
        .map(known -> known.signing().hash())
        .filter(certificate -> membership().revocation(certificate).isEmpty());
  }

  /// The encryption certificate in force (DER) of an organization; empty also after it was revoked.
  public Optional<Bytes> encryptionCertificate(ResourceId organization) {
    return membership()
        .organization(organization)
        .map(Member::encryption)
        .filter(certificate -> membership().revocation(certificate.hash()).isEmpty())
        .map(Certificate::der);
  }

  private Membership membership() {
    return chain.tip().state().membership();
  }

  /// Receipts of what is recorded, and the policy under which they count.
  public Receipts receipts() {
    return receipts;
  }

  /// Is told of each new head, on the writer's thread; be quick, and do not close the ledger there.
  public Subscription watch(Consumer<Head> listener) {
    return chain.watch(tip -> listener.accept(headOf(tip)));
  }

  /// Re-derives every hash, root, seal, signature and rule from the bytes on disk, and compares the
  /// index with them. Blocks may be added meanwhile.
  ///
  /// @throws java.util.concurrent.CancellationException if the progress said so
  public ChainReport verify(Progress progress) throws StoreException {
    Optional<ChainIndex> comparable = comparableIndex();
    Optional<Since.Block> remembered = VerifiedHere.in(place.directory()).map(VerifiedHere::since);
    try (SignaturePool signatures = signaturePool()) {
      return new ChainVerifier(
              judge, comparable, Optional.empty(), remembered, signatures, progress)
          .verify(store, SegmentStore.bytesIn(place.segments()));
    }
  }

  /// Empty where the index cannot be made: the segments are verified all the same.
  private Optional<ChainIndex> comparableIndex() {
    try {
      chain.awaitIndexed(chain.tip().height());
      return Optional.of(index);
    } catch (StoreException e) {
      LOG.warn("The index is not compared: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /// How far the index is while it is being made again from the segments; lookups wait for it,
  /// everything else does not.
  public Optional<IndexFollower.Filling> indexing() {
    return chain.indexing();
  }

  /// Makes the index of a chain again that nobody has open, without reading its state: in little
  /// memory.
  ///
  /// @return the height of the newest block that the index has
  /// @throws StoreException if there is no chain, another process has it open, or the index shows
  ///   that blocks were lost: it is kept, then
  public static long rebuildIndexIn(Path directory, Progress progress) throws StoreException {
    if (!existsIn(directory)) {
      throw new StoreException("There is no ledger in " + directory + ".");
    }
    try (HomeLock _ = HomeLock.take(directory)) {
      return new Reindexing(new ChainPlace(directory)).run(progress);
    }
  }

  /// Writes the whole chain to one file; the file appears only when it is complete.
  ///
  /// @throws java.util.concurrent.CancellationException if the progress said so
  public void exportTo(Path file, Progress progress) throws StoreException {
    Optional<String> damage = chain.readOnlyBecause();
    if (damage.isPresent()) {
      throw new StoreException("A damaged chain is not exported. " + damage.get());
    }
    ChainCopy.export(store, chain.tip(), file, progress);
  }

  /// Waits for what is being written, and lets the directory go. Closing twice does nothing more.
  @Override
  public void close() {
    chain.requireOutsideWriter();
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      try {
        consensus.close();
      } finally {
        closeChain();
      }
    } finally {
      letGo();
    }
  }

  private void closeChain() {
    try {
      leaveNote(chain.closeInOrder());
    } catch (StoreException e) {
      LOG.error("The ledger could not be closed cleanly; opening it will recover it.", e);
    }
  }

  private void leaveNote(Optional<ChainIndex.Entry> head) {
    try {
      if (head.isPresent()) {
        CleanStop.of(head.get(), store.end(), H2Index.file(place.index())).write(place.cleanStop());
      }
    } catch (IOException e) {
      LOG.warn("The next start reads the whole chain first: {}", DiskTrouble.reason(e));
    }
  }

  private void letGo() {
    try {
      lock.close();
    } catch (StoreException e) {
      LOG.error("The ledger's lock stays until the process ends.", e);
    }
  }
}
