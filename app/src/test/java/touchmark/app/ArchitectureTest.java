package touchmark.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The arrows between the rooms of this module, as docs/architecture.md draws them.
class ArchitectureTest {
  private static final String APP = "touchmark.app";

  /// Each row may import the rows below it; rooms of one row do not know each other, unless a line
  /// of their own says so.
  private static final List<List<String>> ROWS =
      List.of(
          List.of("cli", "node"),
          List.of(""),
          List.of("usecase"),
          List.of("report", "watch", "release", "sample"),
          List.of("verify"),
          List.of("timeline", "delivery"),
          List.of("contacts"),
          List.of("vault", "journal"),
          List.of("difference", "inspect", "signature"),
          List.of("render"),
          List.of("format"),
          List.of("mesh", "toolpath", "slices", "settings", "measured"),
          List.of("disk"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(APP);

  @Test
  void noRowImportsARowAboveIt() {
    for (int row = 1; row < ROWS.size(); row++) {
      String[] above =
          ROWS.subList(0, row).stream()
              .flatMap(List::stream)
              .map(ArchitectureTest::room)
              .toArray(String[]::new);
      String[] here = ROWS.get(row).stream().map(ArchitectureTest::room).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAnyPackage(here)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .because("an arrow that runs back makes two rooms one: " + ROWS.get(row))
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyRoomStandsOnTheMap() {
    List<String> rooms = new ArrayList<>();
    ROWS.stream().flatMap(List::stream).map(ArchitectureTest::room).forEach(rooms::add);
    classes()
        .should()
        .resideInAnyPackage(rooms.toArray(String[]::new))
        .because("a room that is not on the map has no walls")
        .check(CLASSES);
  }

  @Test
  void roomsDoNotGoInCircles() {
    slices()
        .matching("touchmark.app.(*)..")
        .should()
        .beFreeOfCycles()
        .because("whoever reads one room should not have to read them all")
        .check(CLASSES);
  }

  @Test
  void noRoomKnowsAScreen() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..",
            "org.fxyz3d..",
            "java.awt",
            "java.awt.event..",
            "javax.swing..",
            "touchmark.ui..")
        .because("the same work is done by commands and by the node, where there is no screen")
        .check(CLASSES);
  }

  @Test
  void formatsKnowNothingOfOwnership() {
    noClasses()
        .that()
        .resideInAnyPackage(
            room("format"), room("mesh"), room("toolpath"), room("inspect"), room("difference"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("touchmark.ledger.Ledger")
        .because("what a file contains does not depend on whose it is")
        .check(CLASSES);
  }

  @Test
  void theLedgerIsEnteredByItsDoor() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "touchmark.ledger.store..",
            "touchmark.ledger.chain..",
            "touchmark.ledger.consensus..",
            "touchmark.ledger.state..")
        .because("what lies behind the door may be rebuilt without asking this module")
        .check(CLASSES);
  }

  @Test
  void onlyTheRootMakesClocksAndRandomness() {
    noClasses()
        .that()
        .resideOutsideOfPackages(APP, room("cli"), room("node"), room("sample"))
        .should()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callConstructor(java.security.SecureRandom.class)
        .because("time and randomness are handed in, so that tests can hand in their own")
        .check(CLASSES);
  }

  private static String room(String name) {
    return name.isEmpty() ? APP : APP + "." + name + "..";
  }
}
