package touchmark.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.sample.SampleFiles;
import touchmark.ui.workbench.Act;

/// The tour in the real window: one home plays all parties, through controls and drops only. Leaves
/// a picture of each step in the folder that the property `touchmark.tour` names.
@Tag("display")
class TourTest {
  private static final String PREVIEW = ".workbench .middle .preview";
  private static final String IN_DIALOG = ".verify-dialog .preview";

  @TempDir private Path folder;

  private final Album album =
      new Album(
          Path.of(System.getProperty("touchmark.tour", Path.of("target", "tour").toString())));
  private Path bracket;
  private Path sliced;
  private Path spacer;
  private Path tampered;
  private Path handedOver;
  private Engineer engineer;

  @BeforeEach
  void partsOnTheDisk() throws IOException {
    Path parts = folder.resolve("parts");
    SampleFiles.write(parts);
    bracket = parts.resolve(SampleFiles.MODEL);
    sliced = parts.resolve(SampleFiles.SLICED);
    spacer = parts.resolve(SampleFiles.STRANGER);
    tampered = Files.createDirectories(folder.resolve("stick")).resolve(SampleFiles.MODEL);
    Files.copy(parts.resolve(SampleFiles.TAMPERED), tampered);
    handedOver = Files.createDirectories(folder.resolve("handed over"));
  }

  @AfterEach
  void leave() {
    if (engineer != null) {
      engineer.close();
    }
  }

  /// One test: a step makes no sense when the one before failed.
  @Test
  void theWholeTourIsPlayedInTheWindow() throws Exception {
    acmeMakesItsHome();
    acmeClaimsTheBracket();
    acmeCannotClaimItTwice();
    acmeSendsItToBoltWhoMayForwardIt();
    boltMayPrintIt();
    printCoMayPrintItButNotSendItOn();
    printCoLooksAtItsSliceLayerByLayer();
    aSendThatWasTriedAllTheSameIsRefusedByRuleTwo();
    boltCannotClaimIt();
    theTamperedCopyIsNotToBePrinted();
    aStrangersFileIsNotRegistered();
    theTimelineShowsAllOfIt();
  }

  private void acmeMakesItsHome() throws Exception {
    Path home = folder.resolve("home");
    engineer = Engineer.sitDown(home, new ChosenPlaces(handedOver));
    engineer.type("#organization", "Acme GmbH");
    engineer.type("#street", "Werkstrasse");
    engineer.type("#town", "Stuttgart");
    engineer.shows("Who do you act for?");
    engineer.keep(album, "first-run-who", "First run: who you are");
    engineer.click("#first-run-next");
    engineer.type("#password", Engineer.PASSWORD);
    engineer.type("#repeated", Engineer.PASSWORD);
    engineer.keep(album, "first-run-protect", "First run: protect the key");
    engineer.click("#first-run-next");
    engineer.click("#with-sample");
    engineer.keep(album, "first-run-start", "First run: start alone, without the sample part");
    engineer.click("#first-run-next");
    engineer.until("the workbench is open", () -> engineer.sees("#acting-for"));
    engineer.rest();
    engineer.keep(album, "empty", "The workbench of a new home");
    engineer.close();
    Homes.join(home);
    engineer = Engineer.sitDown(home, new ChosenPlaces(handedOver));
    engineer.until("the home asks for its password", () -> engineer.sees("#unlock"));
    engineer.keep(album, "unlock", "Bolt Ltd and Print Co joined; the home asks for its password");
    engineer.unlock();
  }

  private void acmeClaimsTheBracket() {
    engineer.drop(Act.LOOK, bracket);
    engineer.seesPicture(PREVIEW);
    assertDrawnInThreeDimensions();
    assertThat(engineer.reads("#inspector-title")).isEqualTo("bracket.3mf");
    engineer.keep(album, "look", "Acme drops bracket.3mf to look at it");
    engineer.hover(Act.CLAIM, bracket);
    engineer.keep(album, "drop", "1. While files hover, the window has four targets");
    engineer.drop(Act.CLAIM, bracket);
    engineer.until("the claim can be made", () -> engineer.enabled("#claim-button"));
    engineer.shows("Claim bracket.3mf for Acme GmbH");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "claim-sheet", "1. What Acme will claim, and who reads what of it");
    engineer.click("#claim-button");
    engineer.until("the claim is recorded", () -> engineer.reads("#claim-cancel").equals("Close"));
    engineer.rest();
    engineer.shows("Recorded for Acme GmbH in block ", ", final.");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "claimed", "1. Acme claimed bracket.3mf");
    engineer.click("#claim-cancel");
    engineer.until(
        "the inspector says whose it is",
        () -> engineer.reads("#inspector-state").startsWith("Yours"));
    engineer.rest();
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "yours", "1. The bracket is on Acme's shelf, and its story begins");
  }

  private void acmeCannotClaimItTwice() {
    assertThat(engineer.hover(Act.CLAIM, bracket)).isFalse();
    engineer.shows("bracket.3mf is left out: it has been yours since ");
    engineer.keep(album, "drop-again", "2. Acme drags it to Claim again: the target says why not");
    engineer.dragAway();
    engineer.click("#act-claim");
    engineer.rest();
    engineer.shows("Acme GmbH has owned these bytes since ", ". There is nothing left to claim.");
    assertThat(engineer.enabled("#claim-button")).isFalse();
    assertThat(engineer.sees("#claim-id")).isFalse();
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "already-yours", "2. Claimed again: refused, it is Acme's already");
    engineer.click("#claim-cancel");
    engineer.rest();
  }

  private void acmeSendsItToBoltWhoMayForwardIt() {
    engineer.drop(Act.SHARE, bracket);
    engineer.type("#share-to", "bolt");
    engineer.press(KeyCode.ENTER);
    engineer.click("#share-forward");
    engineer.click("#share-package");
    engineer.shows("The recipient may send the file to other members");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "share-sheet", "3. Acme shares it with Bolt Ltd, who may send it on");
    engineer.click("#share-button");
    engineer.until("it is shared", () -> engineer.reads("#share-cancel").equals("Close"));
    engineer.rest();
    engineer.shows("Recorded in block ", ", final");
    engineer.shows("Written: ", ".tmk");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "shared", "3. First recorded, then written as an encrypted package");
    assertThat(handedOver).isDirectoryContaining("glob:**.tmk");
    engineer.click("#share-cancel");
    engineer.rest();
  }

  private void boltMayPrintIt() {
    engineer.actFor("Bolt Ltd");
    verify(bracket, "PASS");
    engineer.shows("This is bracket v1 as Acme GmbH registered it, and Bolt Ltd may hold it.");
    engineer.shows("You received bracket v1 from Acme GmbH on ", ", and may forward it.");
    engineer.keep(album, "bolt-pass", "4. Bolt verifies it: PASS");
    engineer.click("#verify-close");
    engineer.rest();
  }

  private void printCoMayPrintItButNotSendItOn() throws IOException {
    engineer.drop(Act.SHARE, bracket);
    engineer.type("#share-to", "print");
    engineer.press(KeyCode.ENTER);
    engineer.shows("Off: the recipient may use the file, but a send to others would be refused.");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "bolt-shares", "5. Bolt shares it with Print Co, not to be sent on");
    engineer.click("#share-button");
    engineer.until("it is shared", () -> engineer.reads("#share-cancel").equals("Close"));
    engineer.click("#share-cancel");
    engineer.actFor("Print Co");
    verify(bracket, "PASS");
    engineer.shows("This is bracket v1 as Acme GmbH registered it, and Print Co may hold it.");
    engineer.click("#verify-release");
    engineer.rest();
    engineer.shows("The bytes were read back and are the verified ones.");
    assertThat(handedOver.resolve(SampleFiles.MODEL)).hasSameBinaryContentAs(bracket);
    engineer.seesPicture(IN_DIALOG);
    engineer.keep(album, "print-co-pass", "5. Print Co verifies it: PASS, and releases it");
    engineer.click("#verify-close");
    engineer.rest();
    assertThat(engineer.hover(Act.SHARE, bracket)).isFalse();
    engineer.shows("Print Co may not pass this file on");
    engineer.keep(album, "print-co-drop", "5. Print Co drags it to Share: the target says why not");
    engineer.dragAway();
    engineer.click("#act-share");
    engineer.rest();
    engineer.type("#share-to", "bolt");
    engineer.press(KeyCode.ENTER);
    engineer.shows(
        "Print Co received bracket",
        "without the right to send it on. A send would be refused by rule 2.");
    assertThat(engineer.enabled("#share-button")).isFalse();
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "print-co-cannot-share", "5. Print Co cannot send it on: rule 2");
    engineer.click("#share-cancel");
    engineer.rest();
  }

  private void printCoLooksAtItsSliceLayerByLayer() {
    engineer.drop(Act.LOOK, sliced);
    engineer.seesPicture(PREVIEW);
    engineer.onFx(
        () -> {
          highestThumb().requestFocus();
          return true;
        });
    for (int page = 0; page < 6; page++) {
      engineer.press(KeyCode.PAGE_DOWN);
    }
    engineer.rest();
    assertThat(engineer.reads(PREVIEW + " .height")).startsWith("Layers 1 to ");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "layers", "The G-code that Print Co sliced from it, up to one layer");
    engineer.click("#act-claim");
    engineer.until("the claim can be made", () -> engineer.enabled("#claim-button"));
    assertThat(engineer.reads("#claim-sources")).isEqualTo("bracket v1");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "slice-claim", "Print Co records its slice: the model is proposed");
    engineer.click("#claim-button");
    engineer.until("the slice is recorded", () -> engineer.reads("#claim-cancel").equals("Close"));
    engineer.click("#claim-cancel");
    engineer.rest();
  }

  private void aSendThatWasTriedAllTheSameIsRefusedByRuleTwo() {
    engineer.dropInHaste(Act.SHARE, sliced, bracket);
    engineer.type("#share-to", "bolt");
    engineer.press(KeyCode.ENTER);
    engineer.click("#share-button");
    engineer.until("the ledger refused", () -> engineer.sees(".refused-reason"));
    engineer.rest();
    engineer.shows("Refused by rule 2");
    engineer.seesPicture(PREVIEW);
    engineer.keep(
        album, "refused-by-rule-2", "5. Sent along with the slice: the ledger refuses it");
    engineer.click("#share-cancel");
    engineer.rest();
  }

  private void boltCannotClaimIt() {
    engineer.actFor("Bolt Ltd");
    assertThat(engineer.hover(Act.CLAIM, bracket)).isFalse();
    engineer.shows("bracket.3mf is left out: Acme GmbH has owned it since ");
    engineer.dragAway();
    engineer.drop(Act.LOOK, bracket);
    engineer.click("#act-claim");
    engineer.rest();
    engineer.shows("Acme GmbH has owned these bytes since ", ". A second claim would be refused.");
    assertThat(engineer.sees("#claim-id")).isFalse();
    assertThat(engineer.enabled("#claim-button")).isFalse();
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "claimed-by-other", "6. Bolt would claim it: it is Acme's, since when");
    engineer.click("#claim-cancel");
    engineer.rest();
  }

  private void theTamperedCopyIsNotToBePrinted() {
    engineer.actFor("Print Co");
    verify(tampered, "DO NOT PRINT");
    engineer.shows("This is not the file that Acme GmbH registered.");
    engineer.shows("1 internal void that the registered bracket v1 lacks: ", " mm³ at (");
    assertThat(engineer.sees("#verify-release")).isFalse();
    engineer.keep(album, "do-not-print", "7. A tampered copy of the same name: DO NOT PRINT");
    engineer.click("#verify-quarantine");
    engineer.rest();
    engineer.click("#verify-close");
    engineer.rest();
  }

  private void aStrangersFileIsNotRegistered() {
    verify(spacer, "NOT REGISTERED");
    engineer.shows("Not registered");
    engineer.keep(album, "not-registered", "8. A stranger's file: not registered");
    engineer.click("#verify-close");
    engineer.rest();
  }

  private void theTimelineShowsAllOfIt() {
    engineer.actFor("Acme GmbH");
    engineer.drop(Act.LOOK, bracket);
    engineer.seesPicture(PREVIEW);
    assertThat(engineer.reads("#inspector-state")).startsWith("Yours");
    for (String party : List.of("Acme GmbH", "Bolt Ltd", "Print Co")) {
      engineer.shows(party);
    }
    engineer.keep(album, "timeline", "9. The provenance shows all of it");
    engineer.onFx(
        () -> {
          lanes().requestFocus();
          return true;
        });
    engineer.press(KeyCode.HOME);
    List<String> told = new ArrayList<>();
    String now = engineer.reads(".card-explanation");
    while (!told.contains(now)) {
      told.add(now);
      engineer.press(KeyCode.RIGHT);
      engineer.rest();
      now = engineer.reads(".card-explanation");
    }
    assertStory(
        told,
        "Acme GmbH claimed bracket v1",
        "Acme GmbH sent bracket v1 to Bolt Ltd, who may forward it",
        "Bolt Ltd received from Acme GmbH",
        "Bolt Ltd verified: PASS",
        "Bolt Ltd sent bracket v1 to Print Co, who may not forward it",
        "Print Co received from Bolt Ltd",
        "Print Co verified: PASS",
        "Print Co: Released",
        "Print Co asked to send it to Bolt Ltd, and was refused",
        "Print Co verified: FAIL");
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "event", "9. The last event of the story: the tampered copy");
    engineer.click("#overflow");
    engineer.choose("Dark");
    engineer.rest();
    engineer.seesPicture(PREVIEW);
    engineer.keep(album, "dark", "The same window in dark");
  }

  private void verify(Path file, String verdict) {
    engineer.drop(Act.VERIFY, file);
    engineer.until("the verdict is there", () -> engineer.reads("#verdict").equals(verdict));
    engineer.rest();
    engineer.seesPicture(IN_DIALOG);
  }

  private void assertDrawnInThreeDimensions() {
    boolean has3d = engineer.onFx(() -> Platform.isSupported(ConditionalFeature.SCENE3D));
    if (Boolean.getBoolean("touchmark.require3d")) {
      assertThat(has3d).as("JavaFX 3D is there").isTrue();
    }
    assertThat(engineer.seesScene3d(PREVIEW)).as("drawn by JavaFX 3D").isEqualTo(has3d);
  }

  private static void assertStory(List<String> told, String... beginnings) {
    int from = 0;
    for (String beginning : beginnings) {
      int at = from;
      while (at < told.size() && !told.get(at).startsWith(beginning)) {
        at++;
      }
      assertThat(at).as("'%s' after event %d of %s", beginning, from, told).isLessThan(told.size());
      from = at + 1;
    }
  }

  private Node highestThumb() {
    return engineer.screen().robot().lookup(PREVIEW + " .knob").queryAll().stream()
        .filter(knob -> knob.getAccessibleText().startsWith("Last"))
        .findFirst()
        .orElseThrow();
  }

  private Node lanes() {
    return engineer.screen().robot().lookup(".lanes").query();
  }
}
