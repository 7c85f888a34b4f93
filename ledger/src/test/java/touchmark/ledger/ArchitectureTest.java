package touchmark.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import touchmark.ledger.receipt.ChainTree;

class ArchitectureTest {
  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("touchmark.ledger");

  @Test
  void importsRunOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("door")
        .definedBy("touchmark.ledger")
        .layer("consensus")
        .definedBy("touchmark.ledger.consensus..")
        .layer("receipt")
        .definedBy("touchmark.ledger.receipt..")
        .layer("chain")
        .definedBy("touchmark.ledger.chain..")
        .layer("index")
        .definedBy("touchmark.ledger.store.h2..")
        .layer("store")
        .definedBy("touchmark.ledger.store")
        .layer("rules")
        .definedBy("touchmark.ledger.rules..")
        .layer("state")
        .definedBy("touchmark.ledger.state..")
        .layer("proof")
        .definedBy("touchmark.ledger.proof..")
        .layer("crypto")
        .definedBy("touchmark.ledger.crypto..")
        .layer("codec")
        .definedBy("touchmark.ledger.codec..")
        .layer("model")
        .definedBy("touchmark.ledger.model..")
        .layer("disk")
        .definedBy("touchmark.ledger.disk..")
        .whereLayer("consensus")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("receipt")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("chain")
        .mayOnlyBeAccessedByLayers("door", "consensus")
        .whereLayer("index")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("door", "receipt", "consensus", "chain", "index")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("door", "consensus", "chain")
        .whereLayer("state")
        .mayOnlyBeAccessedByLayers("door", "consensus", "chain", "rules")
        .whereLayer("proof")
        .mayOnlyBeAccessedByLayers("door", "receipt", "consensus", "chain", "rules", "state")
        .whereLayer("crypto")
        .mayOnlyBeAccessedByLayers(
            "door", "receipt", "consensus", "chain", "rules", "state", "proof")
        .whereLayer("codec")
        .mayOnlyBeAccessedByLayers(
            "door", "receipt", "consensus", "chain", "store", "rules", "state", "proof", "crypto")
        .whereLayer("disk")
        .mayOnlyBeAccessedByLayers("door", "receipt", "store", "crypto")
        .whereLayer("disk")
        .mayNotAccessAnyLayer()
        .ignoreDependency(
            resideInAPackage("touchmark.ledger.."),
            belongToAnyOf(
                StoreException.class,
                Progress.class,
                Subscription.class,
                Outcome.class,
                ChainReport.class,
                Since.class,
                Since.Block.class,
                Since.Tree.class))
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .because(
            "a reader follows the ledger from the door down to the model without turning back;"
                + " only the words that all rooms share are found at the door")
        .check(LEDGER);
  }

  @Test
  void theSharedWordsKnowNoRoomButTheRulesAndTheModel() {
    classes()
        .that(
            belongToAnyOf(
                StoreException.class,
                Progress.class,
                Subscription.class,
                Outcome.class,
                ChainReport.class,
                Since.class,
                Since.Block.class,
                Since.Tree.class))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "org.jspecify..",
                "touchmark.ledger",
                "touchmark.ledger.model",
                "touchmark.ledger.rules"))
        .because("words that every room uses must not bring a room along")
        .check(LEDGER);
  }

  @Test
  void checkingAReceiptNeedsNoChain() {
    noClasses()
        .that(
            resideInAPackage("touchmark.ledger.receipt..")
                .and(not(belongToAnyOf(ChainTree.class).or(simpleName("LastSigned")))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("touchmark.ledger.store..", "java.nio.channels.."))
        .because("whoever holds a receipt checks it with no home; only what makes one reads a disk")
        .check(LEDGER);
  }

  @Test
  void onlyStoreH2KnowsTheDatabase() {
    noClasses()
        .that(resideInAPackage("touchmark.ledger..").and(not(resideInAPackage("..store.h2.."))))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.h2..", "java.sql..", "javax.sql.."))
        .because("the index can be thrown away, and so can the database that holds it")
        .check(LEDGER);
  }

  @Test
  void onlyCryptoKnowsBouncyCastle() {
    noClasses()
        .that(
            resideInAPackage("touchmark.ledger..")
                .and(not(resideInAPackage("touchmark.ledger.crypto.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("org.bouncycastle.."))
        .because("each engine is known in one package, so that it can be replaced")
        .check(LEDGER);
  }

  @Test
  void onlyCryptoTokenKnowsNativeLibraries() {
    noClasses()
        .that(
            resideInAPackage("touchmark.ledger..")
                .and(not(resideInAPackage("touchmark.ledger.crypto.token.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("java.lang.foreign.."))
        .because("only tokens are reached through libraries of other makers")
        .check(LEDGER);
  }

  @Test
  void onlyCodecKnowsJackson() {
    noClasses()
        .that(
            resideInAPackage("touchmark.ledger..")
                .and(not(resideInAPackage("touchmark.ledger.codec.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
        .because("bytes become records in one place")
        .check(LEDGER);
  }

  @Test
  void rulesAndStateArePure() {
    noClasses()
        .that(resideInAnyPackage("touchmark.ledger.rules..", "touchmark.ledger.state.."))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
                .or(belongToAnyOf(Clock.class, Locale.class)))
        .because("validity is a pure function of the state before and the block's bytes")
        .check(LEDGER);
  }

  @Test
  void nobodyReachesForTheTime() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .because("the clock is handed in, so that tests and validity do not depend on it")
        .check(LEDGER);
  }

  @Test
  void nothingIsKeptInStaticVariables() {
    noFields()
        .that()
        .areStatic()
        .should()
        .notHaveModifier(JavaModifier.FINAL)
        .because("state lives in few places, and each says who owns it")
        .check(LEDGER);
  }

  @Test
  void everyPackageSaysThatNothingIsNull() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .because("absence is an Optional, and null is marked where an edge needs it")
        .check(LEDGER);
  }

  @Test
  void noScreenIsKnownHere() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "javafx..", "java.awt..", "javax.swing..", "touchmark.app..", "touchmark.ui.."))
        .because("the ledger runs in a node without a window")
        .check(LEDGER);
  }
}
