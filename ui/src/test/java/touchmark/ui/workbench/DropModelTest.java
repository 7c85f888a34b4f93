package touchmark.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.usecase.Party;
import touchmark.ui.support.Background;

class DropModelTest {
  @TempDir Path folder;
  private final TinyStation station = new TinyStation();
  private final List<Runnable> waiting = new ArrayList<>();
  private Party acting = TinyStation.ACME;
  private final DropModel model =
      new DropModel(
          new Background(Runnable::run, waiting::add, waiting::add),
          (file, job) -> station.standing(station.fingerprint(file, job), TinyStation.ACME),
          () -> acting);

  @Test
  void untilTheLedgerAnsweredEverythingIsOffered() {
    model.hover(List.of(Path.of("bolt-m8.stl")));
    for (Act act : Act.values()) {
      assertThat(model.accepts(act)).as(act.name()).isTrue();
    }
  }

  @Test
  void aFileOfAnotherOwnerIsLeftOutAndTheOwnerNamed() throws IOException {
    model.hover(List.of(file("bolt-m8.stl"), file("stranger.stl")));
    work();
    assertThat(model.offersProperty().get().get(Act.CLAIM))
        .satisfies(
            offer -> {
              assertThat(offer.possible()).isTrue();
              assertThat(offer.count()).isEqualTo("1 of 2 files");
              assertThat(offer.note()).contains("bolt-m8.stl", "Bolt Ltd");
            });
    List<Path> taken = new ArrayList<>();
    model.drop(Act.CLAIM, taken::addAll, _ -> {});
    work();
    assertThat(taken).containsExactly(folder.resolve("stranger.stl"));
  }

  @Test
  void whatNobodyRegisteredCannotBeShared() throws IOException {
    model.hover(List.of(file("stranger.stl")));
    work();
    assertThat(model.accepts(Act.SHARE)).isFalse();
    assertThat(model.offersProperty().get().get(Act.SHARE).note()).contains("Claim them first");
    List<Path> taken = new ArrayList<>();
    model.drop(Act.SHARE, taken::addAll, _ -> {});
    work();
    assertThat(taken).isEmpty();
  }

  @Test
  void whatWasReceivedWithoutThatRightCannotBeShared() throws IOException {
    model.hover(List.of(file("bolt-m8.stl")));
    work();
    assertThat(model.accepts(Act.SHARE)).isFalse();
    assertThat(model.offersProperty().get().get(Act.SHARE).note())
        .startsWith("Acme GmbH may not pass this file on");
  }

  @Test
  void ofMoreFilesThanOneDropMayHaveNoneIsTakenAndASentenceSaysSo() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i <= DroppedFiles.MOST; i++) {
      Files.createFile(many.resolve(i + ".stl"));
    }
    model.hover(List.of(many));
    List<String> told = new ArrayList<>();
    List<Path> taken = new ArrayList<>();
    model.drop(Act.LOOK, taken::addAll, told::add);
    work();
    assertThat(taken).isEmpty();
    assertThat(told).singleElement().asString().contains("many", "more than 1000 files");
  }

  @Test
  void foldersAreOpenedAndHiddenFilesLeftOut() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts with spaces").resolve("deeper"));
    Files.writeString(parts.resolve("stranger.stl"), "");
    Files.writeString(parts.resolve(".hidden"), "");
    model.hover(List.of(folder));
    work();
    assertThat(model.offersProperty().get().get(Act.VERIFY).count()).isEqualTo("1 file");
  }

  @Test
  void withoutTheKeyNothingIsClaimedOrShared() throws IOException {
    acting = new Party(acting.resource(), acting.name(), Optional.empty());
    model.hover(List.of(file("stranger.stl")));
    work();
    for (Act act : List.of(Act.CLAIM, Act.SHARE)) {
      assertThat(model.accepts(act)).as(act.name()).isFalse();
      assertThat(model.offersProperty().get().get(act).note())
          .isEqualTo(
              "The key of Acme GmbH is not on this workstation: it only looks and verifies.");
    }
    assertThat(model.accepts(Act.VERIFY)).isTrue();
    assertThat(model.accepts(Act.LOOK)).isTrue();
  }

  @Test
  void aPackageIsOpenedAndNeverClaimedItself() throws IOException {
    model.hover(List.of(file("bolt for you.tmk")));
    work();
    assertThat(model.accepts(Act.CLAIM)).isFalse();
    assertThat(model.accepts(Act.SHARE)).isFalse();
    assertThat(model.offersProperty().get().get(Act.LOOK).note())
        .isEqualTo("Let go here to open the package for Acme GmbH. What it holds is kept.");
  }

  @Test
  void leavingForgetsTheFiles() {
    model.hover(List.of(Path.of("stranger.stl")));
    model.leave();
    assertThat(model.hoveringProperty().get()).isFalse();
    work();
    assertThat(model.hoveringProperty().get()).isFalse();
  }

  private Path file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "");
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().run();
    }
  }
}
