package touchmark.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import touchmark.app.Founding;
import touchmark.app.Touchmark;
import touchmark.app.inspect.Inspection;
import touchmark.app.release.ReleaseToFolder;
import touchmark.app.sample.SampleFiles;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.Party;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.claim.ClaimDesk;
import touchmark.ui.claim.ClaimModel;
import touchmark.ui.claim.ClaimSheet;
import touchmark.ui.provenance.ProvenancePane;
import touchmark.ui.screen.Screen;
import touchmark.ui.share.ShareDesk;
import touchmark.ui.share.ShareModel;
import touchmark.ui.share.ShareSheet;
import touchmark.ui.support.Background;
import touchmark.ui.verify.Desk;
import touchmark.ui.verify.VerifyActions;
import touchmark.ui.verify.VerifyDialog;
import touchmark.ui.verify.VerifyModel;

/// The four panels over the real use cases: claim, claim again, share, verify three files, and the
/// story of it all.
class FlowsOnARealHomeTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;
  private final Background background = Background.ofWindow();
  private final List<Verification> verified = new ArrayList<>();
  private Touchmark home;
  private Party acme;
  private Party print;

  @BeforeEach
  void aHomeWithTwoParties() throws Exception {
    home =
        Touchmark.create(
            folder.resolve("home"), founding("Acme GmbH"), "stamp the pewter".toCharArray(), CLOCK);
    acme = home.parties().getFirst();
    print = home.addOrganization(founding("Print Co"));
    Files.createDirectories(folder.resolve("parts"));
    SampleFiles.write(folder.resolve("parts"));
  }

  @AfterEach
  void closed() {
    background.close();
    home.close();
  }

  private static Founding founding(String name) {
    return new Founding(
        name,
        Optional.empty(),
        Optional.empty(),
        new Address(
            "Werkstrasse",
            Optional.of("12"),
            "Stuttgart",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Germany"),
        Optional.of("Karin Berger"),
        Optional.empty());
  }

  private Path part(String name) {
    return folder.resolve("parts").resolve(name);
  }

  @Test
  void claimShareVerifyAndTheStoryOfItAll() throws Exception {
    Path model = part(SampleFiles.MODEL);
    Screen screen = claimSheet(model);
    screen.keep("real-1-claim");
    screen.robot().clickOn("#claim-button");
    until(screen, () -> said(screen).startsWith("Recorded for Acme GmbH"));
    screen.keep("real-2-claimed");
    Screen again = claimSheet(model);
    assertThat(said(again)).startsWith("Acme GmbH has owned these bytes since");
    again.keep("real-3-claim-again");

    Fingerprint bracket =
        home.files().fingerprint(model, Progress.SILENT);
    share(bracket);

    verify(model, "PASS", "real-5-pass");
    verify(part(SampleFiles.TAMPERED), "DO NOT PRINT", "real-6-fail");
    verify(part(SampleFiles.STRANGER), "NOT REGISTERED", "real-7-unknown");
    assertThat(verified)
        .extracting(Verification::verdict)
        .containsExactly(State.PASS, State.FAIL, State.UNKNOWN);

    Timeline story = home.history().of(bracket, print);
    assertThat(story.events())
        .extracting(touchmark.app.timeline.Event::kind)
        .contains(EventKind.CLAIM, EventKind.SEND, EventKind.RECEIVED);
    Screen strip =
        Screen.show(
            1280,
            400,
            false,
            () -> {
              ProvenancePane pane = new ProvenancePane(background, CLOCK, Optional::empty);
              pane.show(story);
              pane.setPrefHeight(176);
              pane.setMinHeight(Region.USE_PREF_SIZE);
              BorderPane window = new BorderPane();
              window.setBottom(pane);
              return window;
            });
    strip.keep("real-8-story");
  }

  private Screen claimSheet(Path file) {
    Screen screen =
        window(
            () -> {
              ClaimModel model =
                  new ClaimModel(
                      background,
                      new ClaimDesk(home.claim()::propose, home.claim()::claim, _ -> List.of()),
                      acme,
                      true,
                      CLOCK.getZone(),
                      List.of(file));
              model.read();
              return new ClaimSheet(model, () -> {});
            });
    until(screen, () -> background.running().isEmpty());
    return screen;
  }

  private void share(Fingerprint fingerprint) {
    Path tmk = folder.resolve("bracket.tmk");
    Screen screen =
        window(
            () -> {
              ShareModel model =
                  new ShareModel(
                      background,
                      new ShareDesk(
                          home.ledger()::organizations,
                          this::holders,
                          home.share()::share,
                          home.share()::deliver,
                          _ -> Optional.of(List.of(tmk))),
                      acme,
                      List.of(new ShareDesk.Item(fingerprint, "bracket.3mf")));
              model.load();
              return new ShareSheet(model, () -> {});
            });
    until(screen, () -> background.running().isEmpty());
    screen.robot().clickOn("#share-to").write("print").type(KeyCode.ENTER);
    screen.robot().clickOn("#share-package");
    screen.robot().clickOn("#share-button");
    until(
        screen,
        () -> !screen.robot().lookup("#share-button").<Button>query().isVisible());
    screen.keep("real-4-shared");
    assertThat(tmk).exists();
  }

  private List<ShareDesk.Holder> holders(Fingerprint fingerprint)
      throws touchmark.ledger.StoreException {
    List<ShareDesk.Holder> found = new ArrayList<>();
    for (ResourceId id : home.ledger().holders(fingerprint)) {
      found.add(
          new ShareDesk.Holder(
              id,
              home.party(id).map(Party::name).orElse(id.value()),
              home.ledger().rights(fingerprint, id).level()));
    }
    return found;
  }

  private void verify(Path file, String verdict, String picture) {
    Screen screen =
        Screen.show(
            1280,
            800,
            false,
            () -> {
              VerifyModel model =
                  new VerifyModel(
                      background,
                      new Desk(
                          home.verify()::verify,
                          this::counterpart,
                          new ReleaseToFolder((_, _, _, _) -> {})::release,
                          home.ledger()::transaction,
                          id -> home.party(id).map(Party::name).orElse(id.value())));
              model
                  .verificationProperty()
                  .subscribe(answer -> answer.ifPresent(verified::add));
              VerifyDialog dialog =
                  new VerifyDialog(
                      model,
                      new VerifyActions(() -> {}, _ -> {}, _ -> {}, Optional::empty),
                      _ -> new StackPane(),
                      CLOCK.getZone());
              model.verify(file, print);
              return new StackPane(dialog);
            });
    until(
        screen,
        () ->
            background.running().isEmpty()
                && !screen.robot().lookup("#verdict").<Label>query().getText().equals("CHECKING"));
    screen.keep(picture);
    assertThat(screen.robot().lookup("#verdict").<Label>query().getText()).isEqualTo(verdict);
  }

  private Optional<Inspection> counterpart(Verification verification, Progress progress)
      throws java.io.IOException, touchmark.app.format.FormatException {
    Optional<Path> copy = verification.registered().flatMap(home.vault()::find);
    return copy.isEmpty()
        ? Optional.empty()
        : Optional.of(
            home.inspector().inspect(home.files().open(copy.get(), progress), progress));
  }

  private Screen window(java.util.function.Supplier<Parent> sheet) {
    return Screen.show(
        1280,
        724,
        false,
        () -> {
          BorderPane window = new BorderPane();
          window.setRight(sheet.get());
          return window;
        });
  }

  private static String said(Screen screen) {
    return screen.robot().lookup("#claim-said").tryQueryAs(Label.class).map(Label::getText).orElse("");
  }

  private static void until(Screen screen, Callable<Boolean> reached) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> screen.onFx(reached));
    } catch (TimeoutException e) {
      throw new AssertionError("the panel did not get there", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
