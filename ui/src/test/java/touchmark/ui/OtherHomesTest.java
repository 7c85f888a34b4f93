package touchmark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.SampleNetwork;
import touchmark.app.Touchmark;
import touchmark.app.sample.SampleFiles;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// Packages that arrive, a copy that is kept away, and a home that only looks, through the window
/// itself.
class OtherHomesTest {
  private static final Clock CLOCK = Clock.systemDefaultZone();

  @TempDir Path folder;
  private Path home;
  private Path forAcme;
  private Path forPrint;
  private Path exported;

  @BeforeEach
  void aSampleNetworkWithTwoPackages() throws Exception {
    home = folder.resolve("home");
    forAcme = folder.resolve("spacer for you.tmk");
    forPrint = folder.resolve("spacer for Print Co.tmk");
    exported = folder.resolve("chain");
    try (Touchmark station = SampleNetwork.play(home, CLOCK)) {
      Party acme = party(station, "acme");
      Party bolt = party(station, "bolt");
      Path spacer = home.resolve("sample").resolve(SampleFiles.STRANGER);
      var proposal = station.claim().propose(spacer, bolt, Progress.SILENT);
      assertThat(station.claim().claim(proposal.request(), bolt, Progress.SILENT))
          .isInstanceOf(Outcome.Done.class);
      Fingerprint fingerprint = proposal.inspection().file().fingerprint();
      send(station, fingerprint, bolt, acme, forAcme);
      send(station, fingerprint, bolt, party(station, "print-co"), forPrint);
      // only the package has the bytes now
      Files.delete(station.vault().find(fingerprint).orElseThrow());
      station.ledger().exportTo(exported, Progress.SILENT);
    }
  }

  private static Party party(Touchmark station, String id) {
    return station.party(new ResourceId(id)).orElseThrow();
  }

  private static void send(Touchmark station, Fingerprint what, Party from, Party to, Path into)
      throws Exception {
    ShareRequest request = new ShareRequest(what, to.resource(), false, Optional.of(into));
    assertThat(station.share().share(request, from, Progress.SILENT))
        .isInstanceOf(Outcome.Done.class);
  }

  @Test
  void aPackageIsOpenedKeptAndShown() {
    try (OpenedWindow window = opened(forAcme)) {
      window.until("the spacer", () -> window.text("#inspector-title").startsWith("spacer"));
      assertThat(window.text("#inspector-state")).contains("Bolt Ltd");
      assertThat(window.has("#notice") && !window.text("#notice").isEmpty()).isFalse();
      window.keep("package-opened");
    }
  }

  @Test
  void aPackageForSomebodyElseIsRefusedInASentence() {
    try (OpenedWindow window = opened(forPrint)) {
      window.until("the refusal", () -> !window.text("#notice").isEmpty());
      assertThat(window.text("#notice")).contains("for somebody else", "Nothing was kept");
      window.keep("package-not-for-you");
    }
  }

  @Test
  void anAlteredPackageIsRefusedInASentence() throws Exception {
    byte[] bytes = Files.readAllBytes(forAcme);
    bytes[bytes.length - 40] ^= 1;
    Files.write(forAcme, bytes);
    try (OpenedWindow window = opened(forAcme)) {
      window.until("the refusal", () -> !window.text("#notice").isEmpty());
      assertThat(window.text("#notice")).contains("changed or cut short", "Nothing was kept");
    }
  }

  @Test
  void aHomeWithoutKeysLooksAsAnyMemberAndOnlyVerifies() throws Exception {
    Path looking = folder.resolve("looking");
    Touchmark.importChain(exported, looking, CLOCK, Progress.SILENT).close();
    Path model = home.resolve("sample").resolve(SampleFiles.MODEL);
    try (OpenedWindow window =
        OpenedWindow.on(looking, CLOCK, Optional.empty(), List.of(model, forAcme))) {
      window.until("the window", () -> window.text("#inspector-title").startsWith("bracket"));
      assertThat(window.text("#notice")).contains("cannot be opened", "is not on this workstation");
      assertThat(node(window, "#act-claim").isDisabled()).isTrue();
      assertThat(node(window, "#act-share").isDisabled()).isTrue();
      assertThat(node(window, "#act-verify").isDisabled()).isFalse();
      window.keep("looking-only");
      window.screen().robot().clickOn("#acting-for");
      window.screen().robot().clickOn("Bolt Ltd (only looking: its key is not here)");
      window.until("Bolt's view", () -> window.text("#inspector-state").contains("Acme GmbH"));
      window.screen().robot().clickOn("#act-verify");
      window.until("the verdict", () -> !window.text("#verdict").equals("CHECKING"));
      assertThat(window.text("#verdict")).isIn("PASS", "CAUTION");
      window.keep("looking-only-verified");
    }
  }

  @Test
  void aTamperedCopyIsKeptInQuarantine() throws Exception {
    Path stick = home.resolve("sample").resolve("stick").resolve("bracket.3mf");
    try (OpenedWindow window = opened(stick)) {
      window.until("the copy", () -> window.text("#inspector-title").startsWith("bracket"));
      window.screen().robot().clickOn("#act-verify");
      window.until("the verdict", () -> window.text("#verdict").equals("DO NOT PRINT"));
      window.screen().robot().clickOn("#verify-quarantine");
      window.until("the place", () -> window.text("#verify-said").startsWith("Kept as evidence"));
      window.keep("quarantined");
    }
    try (Stream<Path> kept = Files.walk(home.resolve("quarantine"))) {
      assertThat(kept.filter(file -> file.endsWith("bracket.3mf")))
          .singleElement()
          .satisfies(copy -> assertThat(copy).hasSameBinaryContentAs(stick));
    }
  }

  private OpenedWindow opened(Path... files) {
    return OpenedWindow.on(home, CLOCK, Optional.of(SampleNetwork.PASSWORD), List.of(files));
  }

  private static Node node(OpenedWindow window, String selector) {
    return window.screen().robot().lookup(selector).query();
  }
}
