package touchmark.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static touchmark.ledger.TestParties.ACME;
import static touchmark.ledger.TestParties.BOLT;
import static touchmark.ledger.TestParties.PRINT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import touchmark.ledger.IssuedKey;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;
import touchmark.ledger.state.ValidatorSet;

/// Who seals which block, against a table of all changes that is scanned for every answer.
class ValidatorHistoryPropertyTest {
  private static final List<ResourceId> PARTIES = List.of(ACME, BOLT, PRINT);

  /// Sealing certificates of each party; the first of Acme stands in the genesis.
  private static final List<List<Bytes>> CERTIFICATES =
      PARTIES.stream()
          .map(
              party ->
                  List.of(
                      PolicyHarness.PARTIES.organization(party).sealer().certificate(),
                      sealing(party),
                      sealing(party)))
          .toList();

  private static Bytes sealing(ResourceId party) {
    return IssuedKey.sealing(party, PolicyHarness.authority(party).key()).certificate();
  }

  /// @param ahead how many blocks after the one that holds it the change comes into force
  /// @param pause blocks that go by before it
  record Step(ValidatorChange change, int ahead, int pause, List<ResourceId> approvedBy) {}

  private record Row(ValidatorChange change, long activation) {}

  @Property(tries = 150)
  void theValidatorsAgreeWithATableOfAllChanges(@ForAll("histories") List<Step> history) {
    PolicyHarness harness = PolicyHarness.network();
    List<Row> table = new ArrayList<>();
    for (Step step : history) {
      harness.skipTo(harness.height() + step.pause);
      long block = harness.height();
      long activation = Math.max(1, block + step.ahead);
      Submission submission =
          harness.signed(
              harness.now(),
              new Statement.ChangeValidators(step.change, activation, step.approvedBy),
              step.approvedBy.stream().map(PolicyHarness::by).toList());

      var refused = harness.judgeStatement(submission).map(Verdict.Refused::code);

      assertThat(refused)
          .as(step + " in block " + block)
          .isEqualTo(judge(table, block, activation, step));
      if (refused.isEmpty()) {
        harness.record(submission.transaction());
        table.add(new Row(step.change, activation));
      }
      assertThat(
              harness.state().membership().validators().validators().stream()
                  .map(ValidatorSet.Validator::organization)
                  .toList())
          .isEqualTo(sealing(table, harness.height()));
    }
  }

  private static Optional<RefusalCode> judge(
      List<Row> table, long block, long activation, Step step) {
    Optional<Bytes> fresh = certificate(step.change);
    boolean used =
        fresh.isPresent()
            && (fresh.get().equals(CERTIFICATES.getFirst().getFirst())
                || table.stream().anyMatch(row -> certificate(row.change).equals(fresh)));
    if (used) {
      return Optional.of(RefusalCode.ALREADY_ENROLLED);
    }
    List<ResourceId> validators = sealing(table, block);
    int n = validators.size();
    double quorum = Math.ceil((n + Math.floor((n - 1) / 3.0) + 1) / 2.0);
    if (step.approvedBy.stream().filter(validators::contains).count() < quorum) {
      return Optional.of(RefusalCode.NOT_APPROVED);
    }
    ResourceId party = step.change.organization();
    boolean fits =
        switch (step.change) {
          case ValidatorChange.Add _ -> !validators.contains(party);
          case ValidatorChange.Remove _ -> validators.contains(party) && n > 1;
          case ValidatorChange.Reseal _ -> validators.contains(party);
        };
    boolean waits = table.stream().anyMatch(row -> row.activation > block);
    return fits && !waits && activation > block && activation <= block + 10_000
        ? Optional.empty()
        : Optional.of(RefusalCode.BAD_VALIDATOR_CHANGE);
  }

  private static Optional<Bytes> certificate(ValidatorChange change) {
    return switch (change) {
      case ValidatorChange.Add add -> Optional.of(add.sealingCertificate());
      case ValidatorChange.Remove _ -> Optional.empty();
      case ValidatorChange.Reseal reseal -> Optional.of(reseal.sealingCertificate());
    };
  }

  private static List<ResourceId> sealing(List<Row> table, long block) {
    List<ResourceId> validators = new ArrayList<>(List.of(ACME));
    for (Row row : table) {
      if (row.activation <= block) {
        switch (row.change) {
          case ValidatorChange.Add add -> validators.add(add.organization());
          case ValidatorChange.Remove remove -> validators.remove(remove.organization());
          case ValidatorChange.Reseal _ -> {}
        }
      }
    }
    return validators;
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> party = Arbitraries.integers().between(0, 2);
    Arbitrary<ValidatorChange> changes =
        Combinators.combine(Arbitraries.integers().between(0, 2), party, party)
            .as(
                (kind, who, which) -> {
                  Bytes certificate = CERTIFICATES.get(who).get(which);
                  return switch (kind) {
                    case 0 -> new ValidatorChange.Add(PARTIES.get(who), certificate);
                    case 1 -> new ValidatorChange.Remove(PARTIES.get(who));
                    default -> new ValidatorChange.Reseal(PARTIES.get(who), certificate);
                  };
                });
    Arbitrary<Set<ResourceId>> approvals = Arbitraries.of(PARTIES).set().ofMinSize(1);
    return Combinators.combine(
            changes,
            Arbitraries.of(-1, 0, 1, 1, 1, 2, 3, 10_000, 10_001),
            Arbitraries.integers().between(0, 3),
            approvals)
        .as((change, ahead, pause, by) -> new Step(change, ahead, pause, List.copyOf(by)))
        .list()
        .ofMaxSize(25);
  }
}
