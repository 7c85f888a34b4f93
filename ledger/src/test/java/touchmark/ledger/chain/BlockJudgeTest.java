package touchmark.ledger.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BEN;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.ERIN;
import static touchmark.ledger.TestParties.OTTO;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.claimOf;
import static touchmark.ledger.TestParties.fingerprint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import touchmark.ledger.TestParties;
import touchmark.ledger.chain.LyingValidator.By;
import touchmark.ledger.chain.LyingValidator.Header;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Hashing;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.codec.PayloadCodec;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.rules.Policy;

/// A validator that lies, and seals its lie well. Each test tells one lie.
class BlockJudgeTest {
  private static final TestParties PARTIES = TestParties.shared();
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final Fingerprint GEAR = fingerprint("gear");
  private static final Certificates CERTIFICATES = new Certificates();
  private static final Policy POLICY = new Policy(CERTIFICATES);
  private static final BlockJudge JUDGE = new BlockJudge(POLICY, CERTIFICATES);

  private final By erinForAcme = new By(ACME, PARTIES.person(ERIN).signing());
  private final By benForBolt = new By(BOLT, PARTIES.person(BEN).signing());
  private LyingValidator validator;
  private Envelope bracket;
  private Envelope gear;

  @BeforeEach
  void claimAndSendABracket() throws MalformedException {
    validator = new LyingValidator(JUDGE, LyingValidator.acmeSealer().certificate());
    validator.enrolAll();
    bracket = validator.signed(claimOf(ACME, BRACKET), erinForAcme);
    validator.follow(bracket);
    validator.follow(
        validator.signed(new Statement.SendProductData(ACME, BOLT, BRACKET, false), erinForAcme));
    gear = validator.signed(claimOf(ACME, GEAR), erinForAcme);
  }

  private static List<String> faults(Tip before, Block block) {
    return switch (JUDGE.judge(before, Bytes.of(Blocks.encode(block)))) {
      case Judged.Unsound unsound -> unsound.faults().stream().map(BlockJudgeTest::said).toList();
      case Judged.Sound sound ->
          sound.pending().stream()
              .filter(pending -> !pending.check().holds())
              .map(Pending::fault)
              .map(BlockJudgeTest::said)
              .toList();
    };
  }

  private static String said(Fault fault) {
    return (fault.transaction().isPresent() ? fault.transaction().getAsInt() + ": " : "")
        + fault.message();
  }

  private List<String> faultsOfHeader(Consumer<Header> lie) {
    return faultsOfSeal(LyingValidator.acmeSealer(), lie);
  }

  private List<String> faultsOfSeal(SigningKey sealer, Consumer<Header> lie) {
    return faults(validator.tip(), validator.block(sealer, lie, gear));
  }

  private List<String> faultsOf(Envelope... envelopes) {
    return faults(
        validator.tip(), validator.block(LyingValidator.acmeSealer(), honest -> {}, envelopes));
  }

  @Test
  void anHonestBlockCounts() {
    assertThat(faultsOfHeader(honest -> {})).isEmpty();
    assertThat(faultsOf()).isEmpty();
    assertThat(faultsOf(gear, validator.signed(claimOf(BOLT, fingerprint("nut")), benForBolt)))
        .isEmpty();
  }

  @Test
  void whatAnHonestValidatorDraftsIsTheHonestBlock() {
    BlockDraft draft = new BlockDraft(validator.tip(), POLICY, ACME, validator.now());
    draft.offer(decoded(gear), gear);

    assertThat(draft.header())
        .isEqualTo(validator.block(LyingValidator.acmeSealer(), honest -> {}, gear).header());
  }

  private static Transaction decoded(Envelope envelope) {
    try {
      return PayloadCodec.decode(envelope.payload());
    } catch (MalformedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aWrongTreeRootIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.treeRoot = validator.tip().tree().root()))
        .singleElement()
        .asString()
        .startsWith("For the tree's root ")
        .endsWith(validator.tip().tree().root() + " is found.");
  }

  @Test
  void aWrongTreeSizeIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.treeSize++))
        .containsExactly("For the tree's size 12 is expected, 13 is found.");
  }

  @Test
  void aWrongHeightIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.height++))
        .containsExactly("For the height 11 is expected, 12 is found.");
  }

  @Test
  void aBlockOnAnotherParentIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.previous = new BlockHash(Hashing.sha256(new byte[0]))))
        .singleElement()
        .asString()
        .startsWith("For the hash of the block before ");
  }

  @Test
  void aBlockOfAnotherNetworkIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.network = new NetworkId(Hashing.sha256(new byte[0]))))
        .singleElement()
        .asString()
        .startsWith("For the network ");
  }

  @Test
  void aBlockAsOldAsItsParentIsRefused() {
    Instant parent = validator.tip().time();
    assertThat(faultsOfHeader(lie -> lie.timestamp = parent.plusMillis(1))).isEmpty();
    assertThat(faultsOfHeader(lie -> lie.timestamp = parent))
        .containsExactly(
            "The timestamp must be %s or later, and is %s."
                .formatted(parent.plusMillis(1), parent));
  }

  @Test
  void aWrongValidatorSetIsRefused() {
    assertThat(faultsOfHeader(lie -> lie.validatorSet = 1))
        .containsExactly("For the validator set 0 is expected, 1 is found.");
  }

  @Test
  void aMemberWhoIsNoValidatorCannotSeal() {
    assertThat(faultsOfSeal(PARTIES.organization(BOLT).sealer(), lie -> lie.validator = BOLT))
        .containsExactly("It is sealed by 'bolt', who is no validator.");
  }

  @Test
  void aSealByAnotherKeyDoesNotHold() {
    String sentence = "The signature in the name of Acme GmbH does not match what is signed.";
    assertThat(faultsOfSeal(PARTIES.organization(BOLT).sealer(), honest -> {}))
        .containsExactly(sentence);
    assertThat(faultsOfSeal(PARTIES.organization(ACME).authority(), honest -> {}))
        .containsExactly(sentence);
  }

  @Test
  void aSealOfAnotherHeaderDoesNotHold() {
    Block honest = validator.block(LyingValidator.acmeSealer(), header -> {}, gear);
    Block later =
        validator.block(
            LyingValidator.acmeSealer(), lie -> lie.timestamp = lie.timestamp.plusSeconds(1), gear);
    assertThat(
            faults(validator.tip(), Blocks.of(honest.header(), honest.envelopes(), later.seal())))
        .containsExactly("The signature in the name of Acme GmbH does not match what is signed.");
  }

  @Test
  void aSealingCertificateOfAnotherOrganizationIsRefused() throws MalformedException {
    SigningKey bolts = PARTIES.organization(BOLT).sealer();
    LyingValidator other = new LyingValidator(JUDGE, bolts.certificate());
    Envelope enrolment =
        other.signed(
            PARTIES.enrolment(ACME, "Acme GmbH"),
            new By(ACME, PARTIES.organization(ACME).authority()));
    assertThat(faults(other.tip(), other.block(bolts, honest -> {}, enrolment)))
        .singleElement()
        .asString()
        .startsWith("0: enrolled certificates [RFC 5280]: ")
        .contains("OU=sealing,CN=bolt was not issued by O=Acme GmbH");
  }

  @Test
  void aSealingCertificateThatHasExpiredIsRefused() {
    Instant late = TestParties.START.plus(Duration.ofDays(365 * 100));
    assertThat(
            faults(
                validator.tip(),
                validator.block(LyingValidator.acmeSealer(), lie -> lie.timestamp = late)))
        .singleElement()
        .asString()
        .startsWith("The seal's certificate is not good: ")
        .contains("is valid from")
        .endsWith("not at " + late + ".");
  }

  @Test
  void aForgedSignatureDoesNotHold() {
    Envelope byOtto =
        validator.signed(claimOf(ACME, GEAR), new By(ACME, PARTIES.person(OTTO).signing()));
    Envelope forged = new Envelope(gear.payload(), byOtto.signatures());
    assertThat(faultsOf(forged))
        .containsExactly(
            "0: The signature in the name of Acme GmbH does not match what is signed.");
    Envelope second = validator.signed(claimOf(ACME, fingerprint("cog")), erinForAcme);
    assertThat(faultsOf(second, forged))
        .containsExactly(
            "1: The signature in the name of Acme GmbH does not match what is signed.");
  }

  @Test
  void aSignatureByAStrangerIsRefused() {
    assertThat(
            faultsOf(
                validator.signed(
                    claimOf(ACME, GEAR), new By(ACME, PARTIES.person(OTTO).signing()))))
        .singleElement()
        .asString()
        .startsWith("0: certificates [RFC 5280]: The certificate ")
        .endsWith("is not one that signs this for Acme GmbH.");
  }

  @Test
  void aSignatureByAPersonWithoutADelegationIsRefused() {
    assertThat(
            faultsOf(
                validator.signed(claimOf(ACME, GEAR), new By(ACME, PARTIES.person(BEN).signing()))))
        .containsExactly(
            "0: delegation [extension of Section 3.2]: Acme GmbH has not delegated CLAIM to ben.");
  }

  @Test
  void aTransactionThatStandsInTheChainIsRefused() {
    assertThat(faultsOf(bracket))
        .singleElement()
        .asString()
        .startsWith("0: once [Section 3.3]: The transaction ")
        .endsWith("stands in block 9 already.");
  }

  @Test
  void aTransactionThatStandsTwiceInTheBlockIsRefused() {
    assertThat(faultsOf(gear, gear))
        .singleElement()
        .asString()
        .startsWith("1: once [Section 3.3]: The transaction ")
        .endsWith("stands in block 11 already.");
  }

  @Test
  void rule3HoldsInABlock() {
    assertThat(faultsOf(validator.signed(claimOf(BOLT, BRACKET), benForBolt)))
        .singleElement()
        .asString()
        .startsWith("0: rule 3 [Section 3.4]: These bytes are registered to Acme GmbH")
        .endsWith("Bolt Ltd cannot claim them.");
    assertThat(faultsOf(gear, validator.signed(claimOf(BOLT, GEAR), benForBolt)))
        .singleElement()
        .asString()
        .startsWith("1: rule 3 [Section 3.4]: ");
  }

  @Test
  void rule2HoldsInABlock() {
    assertThat(
            faultsOf(
                validator.signed(
                    new Statement.SendProductData(BOLT, PRINT, BRACKET, false), benForBolt)))
        .singleElement()
        .asString()
        .startsWith("0: rule 2 [Section 3.4]: ");
  }

  @Test
  void aTransactionFromTheFutureIsRefused() {
    Instant latest = validator.now().plus(Duration.ofMinutes(2));
    assertThat(faultsOf(claimMade(latest))).isEmpty();
    assertThat(faultsOf(claimMade(latest.plusMillis(1))))
        .singleElement()
        .asString()
        .startsWith("0: time [Section 2.1]: The transaction says it was made at ")
        .contains("more than 2 minutes after the block's time");
  }

  private Envelope claimMade(Instant at) {
    return validator.signed(at, at.plus(Duration.ofDays(1)), claimOf(ACME, GEAR), erinForAcme);
  }

  @Test
  void aTransactionThatIsNoLongerValidIsRefused() {
    Instant made = validator.now().minus(Duration.ofDays(1));
    assertThat(faultsOf(validator.signed(made, validator.now(), claimOf(ACME, GEAR), erinForAcme)))
        .isEmpty();
    assertThat(
            faultsOf(
                validator.signed(
                    made, validator.now().minusMillis(1), claimOf(ACME, GEAR), erinForAcme)))
        .singleElement()
        .asString()
        .startsWith("0: time [Section 2.1]: The transaction was valid until ");
  }
}
