package touchmark.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import touchmark.ui.support.Background;

class PanelsTest {
  private static final JavaClasses UI =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("touchmark.ui");

  private static final String[] PANELS = {
    "..ui.preview..",
    "..ui.library..",
    "..ui.inspector..",
    "..ui.provenance..",
    "..ui.verify..",
    "..ui.claim..",
    "..ui.share..",
    "..ui.identity.."
  };

  @Test
  void panelsNeverImportEachOther() {
    slices()
        .matching(
            "touchmark.ui.(preview|library|inspector|provenance|verify|claim|share|identity)..")
        .should()
        .notDependOnEachOther()
        .because("the workbench passes values between panels, so that each can be changed alone")
        .check(UI);
  }

  @Test
  void panelsKnowNeitherWorkbenchNorWindow() {
    noClasses()
        .that()
        .resideInAnyPackage(PANELS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("touchmark.ui", "touchmark.ui.workbench..")
        .because("arrows run from the workbench to the panels and never back")
        .check(UI);
  }

  @Test
  void controlsAndSupportKnowNoPanel() {
    noClasses()
        .that()
        .resideInAnyPackage("..ui.control..", "..ui.support..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PANELS)
        .because("what everything stands on must not lean on what stands on it")
        .check(UI);
  }

  @Test
  void controlsKnowNothingOfTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("..ui.control..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("touchmark.app..", "touchmark.ledger..")
        .because("a control that knows no claim can be used for anything")
        .check(UI);
  }

  @Test
  void onlyBackgroundCrossesIntoTheFxThread() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Background.class)
        .should()
        .callMethod(Platform.class, "runLater", Runnable.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(javafx.concurrent.Task.class, javafx.concurrent.Service.class)
        .because("one crossing can be cancelled, superseded, listed and tested; many cannot")
        .check(UI);
  }

  @Test
  void modelsHoldNoNodes() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene", "javafx.scene.control..", "javafx.scene.layout..", "javafx.stage..")
        .because("a model is tested without starting JavaFX")
        .check(UI);
  }

  @Test
  void onlyUiKnowsJavaFx() {
    JavaClasses below =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("touchmark.app", "touchmark.ledger");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.fxyz3d..", "touchmark.ui..")
        .because("ledger and app never know that a screen exists")
        .check(below);
  }
}
