package touchmark.ui.workbench;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.Party;
import touchmark.ledger.Rights;
import touchmark.ui.inspector.Standing;
import touchmark.ui.support.Background;
import touchmark.ui.support.Job;
import touchmark.ui.support.Messages;

/// Files that hover over the window, and what can be done with them. Each file is asked about in
/// the background by its fingerprint; until the answers are there, everything is offered.
public final class DropModel {
  /// Asks how a file stands for the acting party, off the FX thread.
  @FunctionalInterface
  public interface Asked {
    Standing of(Path file, Job job) throws Exception;
  }

  /// What one target says.
  ///
  /// @param possible false only when it is known that nothing can be done here
  /// @param count in the corner, for example `2 of 3 files`
  /// @param note one sentence: what letting go does, or why not
  public record Offer(boolean possible, String count, String note) {}

  private record Hover(List<Path> files, Map<Path, Standing> standings) {}

  private final Background background;
  private final Background.Slot asking;
  private final Asked asked;
  private final Supplier<Party> actor;
  private final Messages words = Messages.of("workbench");
  private final DateTimeFormatter dates =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(ZoneId.systemDefault());
  private final ReadOnlyBooleanWrapper hovering = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Map<Act, Offer>> offers =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ObjectProperty<@Nullable Act> aimedAt = new SimpleObjectProperty<>();
  private List<Path> dropped = List.of();
  private Hover hover = new Hover(List.of(), Map.of());

  /// @param actor the party that acts
  DropModel(Background background, Asked asked, Supplier<Party> actor) {
    this.background = background;
    this.asking = background.slot();
    this.asked = asked;
    this.actor = actor;
  }

  /// Whether files hover over the window now.
  public ReadOnlyBooleanProperty hoveringProperty() {
    return hovering.getReadOnlyProperty();
  }

  /// How many files, and from where.
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /// What each target says.
  public ReadOnlyObjectProperty<Map<Act, Offer>> offersProperty() {
    return offers.getReadOnlyProperty();
  }

  /// The target under the mouse.
  public ObjectProperty<@Nullable Act> aimedAtProperty() {
    return aimedAt;
  }

  /// Files hover; called again and again while they do.
  public void hover(List<Path> paths) {
    if (hovering.get() && paths.equals(dropped)) {
      return;
    }
    dropped = List.copyOf(paths);
    update(new Hover(dropped, Map.of()));
    hovering.set(true);
    asking.run(
        words.text("drop.asking"),
        this::ask,
        this::update,
        _ -> update(new Hover(dropped, Map.of())));
  }

  /// The files left the window, or Esc was pressed.
  public void leave() {
    asking.clear();
    hovering.set(false);
    aimedAt.set(null);
    dropped = List.of();
  }

  /// Whether letting go over a target does something.
  public boolean accepts(Act act) {
    Offer offer = offers.get().get(act);
    return offer != null && offer.possible();
  }

  /// The files were let go over a target: folders are opened, files that it cannot take are left
  /// out, the rest is handed on.
  ///
  /// @param onTrouble is told a sentence when a folder cannot be read
  public void drop(Act act, Consumer<List<Path>> onFiles, Consumer<String> onTrouble) {
    List<Path> paths = dropped;
    Map<Path, Standing> known = hover.standings();
    boolean possible = accepts(act);
    leave();
    if (possible) {
      background.run(
          words.text("drop.opening"),
          _ -> DroppedFiles.of(paths),
          files ->
              onFiles.accept(
                  files.stream().filter(file -> takes(act, file, known.get(file))).toList()),
          why -> onTrouble.accept(why.sentence()));
    }
  }

  private Hover ask(Job job) throws Exception {
    List<Path> files = DroppedFiles.of(dropped);
    background.onFx(() -> updateIfStill(files));
    Map<Path, Standing> standings = new LinkedHashMap<>();
    for (Path file : files) {
      job.checkCancelled();
      standings.put(file, asked.of(file, job));
    }
    return new Hover(files, standings);
  }

  private void updateIfStill(List<Path> files) {
    if (hovering.get() && hover.standings().isEmpty()) {
      update(new Hover(files, Map.of()));
    }
  }

  private void update(Hover now) {
    hover = now;
    summary.set(summarize(now.files()));
    offers.set(
        Map.of(
            Act.CLAIM, signed(Act.CLAIM, now),
            Act.SHARE, signed(Act.SHARE, now),
            Act.VERIFY, plain(now, "drop.verify.note"),
            Act.LOOK, look(now)));
  }

  private String summarize(List<Path> files) {
    List<Path> folders =
        files.stream().map(Path::toAbsolutePath).map(Path::getParent).distinct().toList();
    return folders.size() == 1 && folders.getFirst().getFileName() != null
        ? words.text("drop.summary.folder", files.size(), folders.getFirst().getFileName())
        : words.text("drop.summary", files.size());
  }

  private Offer plain(Hover now, String note) {
    int files = now.files().size();
    return new Offer(true, words.text("drop.count", files), words.text(note, files));
  }

  private Offer look(Hover now) {
    return now.files().stream().anyMatch(Packages::isOne)
        ? new Offer(
            true,
            words.text("drop.count", now.files().size()),
            words.text("drop.look.package", actor.get().name()))
        : plain(now, "drop.look.note");
  }

  private Offer signed(Act act, Hover now) {
    Party party = actor.get();
    if (party.signedBy().isEmpty()) {
      return new Offer(false, words.text("drop.impossible"), words.text("keyless", party.name()));
    }
    if (!now.files().isEmpty() && now.files().stream().allMatch(Packages::isOne)) {
      return new Offer(false, words.text("drop.impossible"), words.text("drop.package"));
    }
    return act == Act.CLAIM ? claim(now) : share(now);
  }

  private Offer claim(Hover now) {
    List<Path> left = leftOut(Act.CLAIM, now);
    if (left.isEmpty()) {
      return plain(now, "drop.claim.note");
    }
    String why =
        left.size() == 1
            ? reason(left.getFirst(), now.standings().get(left.getFirst()))
            : words.text(
                left.stream().anyMatch(Packages::isOne)
                    ? "drop.claim.several.packages"
                    : "drop.claim.several",
                left.size());
    return offer(now, left, why);
  }

  private String reason(Path file, @Nullable Standing standing) {
    String name = String.valueOf(file.getFileName());
    if (Packages.isOne(file)) {
      return words.text("drop.package");
    }
    return standing == null
        ? ""
        : standing
            .claim()
            .map(
                claim ->
                    standing.level() == Rights.Level.OWNER
                        ? words.text("drop.claim.yours", name, dates.format(claim.at()))
                        : words.text(
                            "drop.claim.other", name, claim.owner(), dates.format(claim.at())))
            .orElse("");
  }

  private Offer share(Hover now) {
    List<Path> left = leftOut(Act.SHARE, now);
    return left.isEmpty()
        ? plain(now, "drop.share.note")
        : offer(
            now,
            left,
            left.size() == now.files().size()
                ? words.text(
                    isUnregistered(left, now) ? "drop.share.none" : "drop.share.refused",
                    actor.get().name(),
                    left.size())
                : words.text("drop.share.some", left.size()));
  }

  private static boolean isUnregistered(List<Path> files, Hover now) {
    return files.stream()
        .map(now.standings()::get)
        .allMatch(standing -> standing != null && standing.level() == Rights.Level.NOT_REGISTERED);
  }

  private Offer offer(Hover now, List<Path> left, String why) {
    int all = now.files().size();
    return left.size() == all
        ? new Offer(false, words.text("drop.impossible"), why)
        : new Offer(true, words.text("drop.count.some", all - left.size(), all), why);
  }

  private static List<Path> leftOut(Act act, Hover now) {
    List<Path> left = new ArrayList<>();
    for (Path file : now.files()) {
      if (!takes(act, file, now.standings().get(file))) {
        left.add(file);
      }
    }
    return left;
  }

  /// What is not known yet is not held against a file.
  private static boolean takes(Act act, Path file, @Nullable Standing standing) {
    if (act.signs() && Packages.isOne(file)) {
      return false;
    }
    return standing == null
        || switch (act) {
          case CLAIM -> standing.level() == Rights.Level.NOT_REGISTERED;
          case SHARE ->
              standing.level() == Rights.Level.OWNER
                  || standing.level() == Rights.Level.MAY_FORWARD;
          case VERIFY, LOOK -> true;
        };
  }
}
