package touchmark.ui.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import touchmark.app.format.FormatException;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.cases.Cases;
import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.support.Background;

class ClaimModelTest {
  private static final Path BRACKET = Path.of("parts", "bracket-v3.3mf");
  private static final Path GEAR = Path.of("parts", "gear-24.stl");

  private final Queue<Runnable> fx = new ArrayDeque<>();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final Background background = new Background(fx::add, work::add, work::add);
  private final Map<Path, ClaimProposal> proposals = new HashMap<>();
  private final List<ClaimRequest> claimed = new ArrayList<>();
  private Outcome outcome =
      new Outcome.Done(Cases.sent(Cases.ACME, Cases.BOLT, "x", false, 1187, ClaimCases.FEBRUARY));
  private Party party = Cases.ACME_PARTY;

  private ClaimModel read(Path... files) {
    ClaimModel model =
        new ClaimModel(
            background,
            new ClaimDesk(
                (file, _, _) -> {
                  ClaimProposal proposal = proposals.get(file);
                  if (proposal == null) {
                    throw new FormatException(file, "byte 84", "a triangle", "the end");
                  }
                  return proposal;
                },
                (request, _, _) -> {
                  claimed.add(request);
                  return outcome;
                },
                _ -> List.of(ClaimCases.V2, ClaimCases.GEAR)),
            party,
            true,
            ZoneOffset.UTC,
            List.of(files));
    model.read();
    drain();
    return model;
  }

  private void drain() {
    while (!work.isEmpty() || !fx.isEmpty()) {
      (work.isEmpty() ? fx : work).remove().run();
    }
  }

  @Test
  void whatIsProposedMayBeChangedAndIsWhatIsRecorded() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    ClaimModel model = read(BRACKET);
    ClaimRow row = model.rows().getFirst();
    assertThat(row.idProperty().get()).isEqualTo("bracket");
    assertThat(row.sources()).containsExactly(ClaimCases.V2);
    row.versionProperty().set(" v3 , v3.1,");
    row.descriptionProperty().set("Wall bracket\n\n gussets moved ");
    row.sources().add(ClaimCases.GEAR);
    model.claim();
    drain();
    assertThat(claimed)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.versionIds()).containsExactly("v3", "v3.1");
              assertThat(request.descriptions()).containsExactly("Wall bracket", "gussets moved");
              assertThat(request.derivedFrom()).hasSize(2);
              assertThat(request.doi()).isEmpty();
            });
    assertThat(row.stateProperty().get()).isEqualTo(State.DONE);
    assertThat(row.sentenceProperty().get()).contains("block 1187");
    assertThat(model.finished()).isTrue();
  }

  @Test
  void aDoiIsOnlySaidOfAPublicFile() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    ClaimModel model = read(BRACKET);
    ClaimRow row = model.rows().getFirst();
    row.doiProperty().set("10.6028/NIST.AMS.300-6");
    assertThat(row.request().doi()).isEmpty();
    row.publicProperty().set(true);
    assertThat(row.request().doi()).contains("10.6028/NIST.AMS.300-6");
  }

  @Test
  void whoReadsWhatFollowsTheEntries() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, false));
    ClaimModel model = read(BRACKET);
    ClaimRow row = model.rows().getFirst();
    assertThat(model.everyMember(row))
        .contains("Acme GmbH", "3D model", "what it was made from", "what the inspection found")
        .doesNotContain("bracket");
    assertThat(model.onlyRecipients(row)).startsWith("bracket, v3.");
    row.sources().clear();
    row.publicProperty().set(true);
    assertThat(model.everyMember(row)).contains("bracket, v3").doesNotContain("made from");
    assertThat(model.onlyRecipients(row)).doesNotContain("bracket");
  }

  @Test
  void bytesThatSomebodyOwnsCannotBeClaimedAndTheOwnerIsNamed() {
    proposals.put(BRACKET, ClaimCases.takenBy(BRACKET, "Bolt Ltd"));
    ClaimModel model = read(BRACKET);
    assertThat(model.rows().getFirst().stateProperty().get()).isEqualTo(State.TAKEN);
    assertThat(model.rows().getFirst().sentenceProperty().get())
        .startsWith("Bolt Ltd has owned these bytes since 4 February 2026");
    assertThat(model.hindrance()).isNotEmpty();
    model.claim();
    drain();
    assertThat(claimed).isEmpty();
  }

  @Test
  void aMissingNameIsSaidAndNothingIsRecorded() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    ClaimModel model = read(BRACKET);
    model.rows().getFirst().idProperty().set("  ");
    assertThat(model.hindrance()).isEqualTo("The name is missing.");
    model.claim();
    drain();
    assertThat(claimed).isEmpty();
  }

  @Test
  void aRefusalKeepsItsRuleAndReasonAndTheEntriesCanBeMended() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    outcome =
        new Outcome.Refused(
            new Verdict.Refused(
                "rule 3 [Section 3.4]",
                RefusalCode.CLAIMED_BY_OTHER,
                "Bolt Ltd claimed these bytes a moment ago."));
    ClaimModel model = read(BRACKET);
    model.claim();
    drain();
    ClaimRow row = model.rows().getFirst();
    assertThat(row.stateProperty().get()).isEqualTo(State.REFUSED);
    assertThat(row.refusalProperty().get().map(Verdict.Refused::code))
        .contains(RefusalCode.CLAIMED_BY_OTHER);
    assertThat(row.editable()).isTrue();
  }

  @Test
  void severalFilesKeepOneResultEach() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    Path taken = Path.of("parts", "bolt-m8.stl");
    proposals.put(taken, ClaimCases.takenBy(taken, "Bolt Ltd"));
    ClaimModel model = read(BRACKET, taken, GEAR);
    assertThat(model.ready()).isEqualTo(1);
    model.claim();
    drain();
    assertThat(model.rows())
        .extracting(row -> row.stateProperty().get())
        .containsExactly(State.DONE, State.TAKEN, State.FAILED);
    assertThat(model.rows().get(2).sentenceProperty().get()).contains("byte 84");
  }

  @Test
  void aFileThatWaitsCanBeCancelled() {
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    proposals.put(GEAR, ClaimCases.free(GEAR, true));
    ClaimModel model =
        new ClaimModel(
            background,
            new ClaimDesk(
                (file, _, _) -> proposals.get(file), (_, _, _) -> outcome, _ -> List.of()),
            party,
            false,
            ZoneOffset.UTC,
            List.of(BRACKET, GEAR));
    model.read();
    model.cancel(model.rows().get(1));
    drain();
    assertThat(model.rows())
        .extracting(row -> row.stateProperty().get())
        .containsExactly(State.READY, State.CANCELLED);
  }

  @Test
  void aHomeWithoutTheKeySaysSo() {
    party = new Party(Cases.BOLT, "Bolt Ltd", Optional.empty());
    proposals.put(BRACKET, ClaimCases.free(BRACKET, true));
    assertThat(read(BRACKET).hindrance()).contains("no key that signs for Bolt Ltd");
  }
}
