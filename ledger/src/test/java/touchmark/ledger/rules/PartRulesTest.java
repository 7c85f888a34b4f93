package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.OUTSIDER;
import static touchmark.ledger.TestParties.PRINT;
import static touchmark.ledger.TestParties.fingerprint;
import static touchmark.ledger.rules.PolicyHarness.by;

import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.TestParties;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Physical parts: type C of the source.
class PartRulesTest {
  private static final Fingerprint BRACKET = fingerprint("bracket");
  private static final PartId PART = new PartId(PRINT, "SN-0042");
  private static final Statement REGISTER = new Statement.RegisterPart(PART, BRACKET);

  private final PolicyHarness chain = PolicyHarness.members();

  private void print() {
    chain.accept(TestParties.claimOf(ACME, BRACKET), by(ACME));
    chain.accept(new Statement.SendProductData(ACME, PRINT, BRACKET, false), by(ACME));
    chain.accept(REGISTER, by(PRINT));
  }

  private static Statement transfer(ResourceId from, ResourceId to) {
    return new Statement.TransferPart(from, to, PART);
  }

  @Test
  void aPartGoesFromHandToHand() {
    print();
    chain.accept(transfer(PRINT, BOLT), by(PRINT));
    chain.accept(transfer(BOLT, ACME), by(BOLT));
    assertThat(chain.state().part(PART).orElseThrow().holder()).isEqualTo(ACME);
    assertThat(chain.state().part(PART).orElseThrow().history()).hasSize(3);
  }

  @Test
  void nobodyHandsAPartOnTwice() {
    print();
    chain.accept(transfer(PRINT, BOLT), by(PRINT));
    assertThat(chain.judge(transfer(PRINT, ACME), List.of(by(PRINT))))
        .isEqualTo(
            new Verdict.Refused(
                "part, type C [extension of Section 3.3]",
                RefusalCode.NOT_PART_HOLDER,
                "The part print-co/SN-0042 is with Bolt Ltd since 2026-11-22; Print Co cannot hand"
                    + " it over."));
  }

  @Test
  void twoTransfersInOneBlockAreNotBothTaken() {
    print();
    Submission first = chain.signed(chain.now(), transfer(PRINT, BOLT), List.of(by(PRINT)));
    Submission second = chain.signed(chain.now(), transfer(PRINT, ACME), List.of(by(PRINT)));
    assertThat(chain.judge(second)).isEqualTo(new Verdict.Accepted());
    chain.record(first.transaction());
    assertThat(PolicyHarness.refusal(chain.judge(second))).isEqualTo(RefusalCode.NOT_PART_HOLDER);
  }

  @Test
  void aPartIsMadeFromBytesThatTheMakerHolds() {
    assertThat(chain.refusal(REGISTER, by(PRINT))).isEqualTo(RefusalCode.NOT_A_HOLDER);
    chain.accept(TestParties.claimOf(ACME, BRACKET), by(ACME));
    assertThat(chain.refusal(REGISTER, by(PRINT))).isEqualTo(RefusalCode.NOT_A_HOLDER);
    chain.accept(new Statement.SendProductData(ACME, PRINT, BRACKET, false), by(ACME));
    chain.accept(REGISTER, by(PRINT));
  }

  @Test
  void aSerialNumberNamesOnePartOfItsMaker() {
    print();
    assertThat(chain.refusal(REGISTER, by(PRINT))).isEqualTo(RefusalCode.PART_EXISTS);
    chain.accept(
        new Statement.RegisterPart(new PartId(ACME, PART.serialNumber()), BRACKET), by(ACME));
  }

  @Test
  void aPartThatNobodyRegisteredIsNotHandedOver() {
    assertThat(chain.refusal(transfer(PRINT, BOLT), by(PRINT))).isEqualTo(RefusalCode.PART_UNKNOWN);
  }

  @Test
  void aPartIsNotHandedToAStranger() {
    print();
    assertThat(chain.refusal(transfer(PRINT, OUTSIDER), by(PRINT)))
        .isEqualTo(RefusalCode.UNKNOWN_RESOURCE);
  }

  @Test
  void aTransferIsLaterThanWhatGaveThePart() {
    print();
    Submission early =
        chain.signed(chain.now().minusSeconds(60), transfer(PRINT, BOLT), List.of(by(PRINT)));
    assertThat(PolicyHarness.refusal(chain.judge(early))).isEqualTo(RefusalCode.BAD_TIME);
  }
}
