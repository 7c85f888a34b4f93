package touchmark.ui.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import touchmark.app.usecase.DeliveryException;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.Rights;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.cases.Cases;
import touchmark.ui.share.ShareDesk.Holder;
import touchmark.ui.share.ShareDesk.Item;
import touchmark.ui.share.ShareStep.State;
import touchmark.ui.support.Background;

class ShareModelTest {
  static final List<Organization> MEMBERS =
      List.of(
          member(Cases.PRINT, "Print Co", "Lyon", "France"),
          member(Cases.ACME, "Acme GmbH", "Stuttgart", "Germany"),
          member(Cases.BOLT, "Bolt Ltd", "Leeds", "United Kingdom"),
          member(Cases.AERO, "Aero Service", "Graz", "Austria"));
  static final Item RECEIVED = new Item(Cases.fingerprint("spacer"), "spacer.stl");
  static final Item BRACKET = new Item(Cases.fingerprint("bracket v3"), "bracket-v3.3mf");

  private final Queue<Runnable> fx = new ArrayDeque<>();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private final List<ShareRequest> sent = new ArrayList<>();
  private Optional<Verdict.Refused> refusal = Optional.empty();
  private boolean diskFull;
  private boolean deliveryCancelled;
  private Rights.Level level = Rights.Level.OWNER;

  static Organization member(ResourceId id, String name, String town, String country) {
    return new Organization(
        id,
        Optional.of(name),
        Optional.empty(),
        new Address(
            "Street",
            Optional.empty(),
            town,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            country));
  }

  private ShareModel model(Item... items) {
    ShareModel model =
        new ShareModel(
            new Background(fx::add, work::add, work::add),
            new ShareDesk(
                () -> MEMBERS,
                what ->
                    List.of(
                        new Holder(
                            Cases.ACME,
                            "Acme GmbH",
                            what.equals(RECEIVED.fingerprint()) ? Rights.Level.HOLDER : level)),
                (request, _, progress) -> {
                  if (refusal.isPresent()) {
                    return new Outcome.Refused(refusal.get());
                  }
                  sent.add(request);
                  if (diskFull) {
                    throw new IOException("No space left on device");
                  }
                  Recorded send =
                      Cases.sent(
                          Cases.ACME,
                          request.to(),
                          "bracket v3",
                          request.forward(),
                          1190,
                          Instant.EPOCH);
                  if (deliveryCancelled) {
                    throw new DeliveryException(
                        "The send stands.", send, new CancellationException());
                  }
                  if (request.packageFile().isPresent()) {
                    progress.at(1, 2);
                  }
                  return new Outcome.Done(send);
                },
                (_, _, _, _) -> {},
                names -> Optional.of(names.stream().map(Path.of("out")::resolve).toList())),
            Cases.ACME_PARTY,
            List.of(items));
    model.load();
    drain();
    return model;
  }

  private void drain() {
    while (!work.isEmpty() || !fx.isEmpty()) {
      (work.isEmpty() ? fx : work).remove().run();
    }
  }

  private static List<State> states(ShareModel model) {
    return model.steps().stream().map(step -> step.stateProperty().get()).toList();
  }

  @Test
  void membersAreFoundByNameOrTownAndTheSenderIsNotAmongThem() {
    ShareModel model = model(BRACKET);
    assertThat(model.offered())
        .extracting(Organization::displayName)
        .containsExactly("Aero Service", "Bolt Ltd", "Print Co");
    model.searchProperty().set("lyo");
    assertThat(model.offered()).extracting(Organization::displayName).containsExactly("Print Co");
    model.choose(model.offered().getFirst());
    assertThat(model.searchProperty().get()).isEmpty();
    assertThat(model.offered()).doesNotContainAnyElementsOf(model.recipients());
  }

  @Test
  void nothingIsSentBeforeARecipientIsChosen() {
    ShareModel model = model(BRACKET);
    assertThat(model.hindrance()).isEqualTo("Choose at least one recipient.");
    model.share();
    drain();
    assertThat(sent).isEmpty();
  }

  @Test
  void aSendThatStandsIsNotMadeAgain() {
    ShareModel model = model(BRACKET);
    model.choose(MEMBERS.get(2));
    model.share();
    drain();
    assertThat(model.hindrance())
        .isEqualTo("Everything here is recorded. A send stands for ever and is not made twice.");
    model.share();
    drain();
    assertThat(sent).hasSize(1);
  }

  @Test
  void itIsRecordedFirstAndDeliveredAfter() {
    ShareModel model = model(BRACKET);
    model.choose(MEMBERS.get(2));
    model.forwardProperty().set(true);
    model.packageProperty().set(true);
    model.share();
    assertThat(states(model)).containsExactly(State.RUNNING, State.WAITING);
    work.remove().run();
    fx.remove().run();
    assertThat(states(model)).containsExactly(State.DONE, State.RUNNING);
    drain();
    assertThat(states(model)).containsExactly(State.DONE, State.DONE);
    assertThat(sent)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.forward()).isTrue();
              assertThat(request.packageFile())
                  .contains(Path.of("out", "bracket-v3.3mf-for-bolt-ltd.tmk"));
            });
    assertThat(model.holders()).extracting(Holder::name).containsExactly("Acme GmbH", "Bolt Ltd");
    assertThat(model.finished()).isTrue();
  }

  @Test
  void aRefusalIsSaidAndItsPackageIsLeftOut() {
    refusal =
        Optional.of(
            new Verdict.Refused(
                "rule 2 [Section 3.4]",
                RefusalCode.NO_RIGHT_TO_FORWARD,
                "Bolt Ltd sent it without the right to send it on."));
    ShareModel model = model(BRACKET);
    model.choose(MEMBERS.get(2));
    model.packageProperty().set(true);
    model.share();
    drain();
    assertThat(states(model)).containsExactly(State.REFUSED, State.LEFT_OUT);
    assertThat(model.steps().getFirst().sentenceProperty().get()).contains("without the right");
    assertThat(model.holders()).hasSize(1);
  }

  @Test
  void whoMayNotSendItOnIsToldBeforeAnyTyping() {
    level = Rights.Level.HOLDER;
    assertThat(model(BRACKET).hindrance()).contains("without the right to send it on");
  }

  @Test
  void ofSeveralFilesTheOneThatMayNotBeSentOnIsNamed() {
    ShareModel model = model(BRACKET, RECEIVED);
    model.choose(MEMBERS.get(0));
    assertThat(model.warning()).startsWith("Acme GmbH received spacer.stl without the right");
    assertThat(model.hindrance()).isEmpty();
    assertThat(model(RECEIVED).hindrance()).contains("received spacer.stl without the right");
  }

  @Test
  void severalFilesAndMembersAreSentOneAfterTheOther() {
    ShareModel model = model(BRACKET, new Item(Cases.fingerprint("gear"), "gear.stl"));
    model.choose(MEMBERS.get(0));
    model.choose(MEMBERS.get(2));
    model.share();
    drain();
    assertThat(sent).hasSize(4);
    assertThat(states(model)).containsOnly(State.DONE);
  }

  @Test
  void aSendWhoseDeliveryWasCancelledStandsAndIsDeliveredAgainNotRecordedAgain() {
    deliveryCancelled = true;
    ShareModel model = model(BRACKET);
    model.choose(MEMBERS.get(0));
    model.packageProperty().set(true);
    model.share();
    drain();
    assertThat(states(model)).containsExactly(State.DONE, State.FAILED);
    ShareStep pack = model.steps().getLast();
    assertThat(pack.sentenceProperty().get()).startsWith("Cancelled. The send stands");
    assertThat(pack.send()).isPresent();
    model.share();
    drain();
    assertThat(sent).hasSize(1);
    model.deliverAgain(pack);
    drain();
    assertThat(states(model)).containsExactly(State.DONE, State.DONE);
  }

  @Test
  void filesOfOneTitleGoIntoPackagesOfTheirOwn() {
    assertThat(
            packagesOf(
                new Item(Cases.fingerprint("one"), "Part: A.stl"),
                new Item(Cases.fingerprint("two"), "part_ a.STL"),
                new Item(Cases.fingerprint("three"), "Part: A.stl")))
        .containsExactly(
            "Part_ A.stl-for-bolt-ltd.tmk",
            "part_ a.STL-for-bolt-ltd-2.tmk",
            "Part_ A.stl-for-bolt-ltd-3.tmk");
  }

  @Test
  void aLongTitleIsCutToANameThatEveryDiskTakes() {
    String title = "\u00fc\ud83d\udd29".repeat(200);
    List<String> names =
        packagesOf(
            new Item(Cases.fingerprint("one"), title), new Item(Cases.fingerprint("two"), title));
    assertThat(names).doesNotHaveDuplicates().hasSize(2);
    assertThat(names)
        .allSatisfy(
            name -> {
              assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
              assertThat(name).startsWith("\u00fc\ud83d\udd29").endsWith(".tmk");
              assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name)).isTrue();
            });
  }

  private List<String> packagesOf(Item... items) {
    ShareModel model = model(items);
    model.choose(MEMBERS.get(2));
    model.packageProperty().set(true);
    model.share();
    drain();
    return sent.stream()
        .map(request -> request.packageFile().orElseThrow().getFileName().toString())
        .toList();
  }

  @Test
  void whatHasNotBegunIsLeftOutWhenSomebodyCancels() {
    ShareModel model = model(BRACKET, new Item(Cases.fingerprint("gear"), "gear.stl"));
    model.choose(MEMBERS.get(2));
    model.share();
    model.cancel();
    drain();
    assertThat(states(model)).containsExactly(State.FAILED, State.LEFT_OUT);
    assertThat(sent).isEmpty();
    assertThat(model.runningProperty().get()).isFalse();
    model.share();
    drain();
    assertThat(states(model)).containsExactly(State.DONE, State.DONE);
  }

  @Test
  void aFullDiskIsSaid() {
    diskFull = true;
    ShareModel model = model(BRACKET);
    model.choose(MEMBERS.get(0));
    model.share();
    drain();
    assertThat(states(model)).containsExactly(State.FAILED);
    assertThat(model.steps().getFirst().sentenceProperty().get()).contains("No space left");
    assertThat(model.runningProperty().get()).isFalse();
  }
}
