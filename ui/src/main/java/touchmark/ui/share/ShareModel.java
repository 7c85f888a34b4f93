package touchmark.ui.share;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.DeliveryException;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.share.ShareDesk.Holder;
import touchmark.ui.share.ShareDesk.Item;
import touchmark.ui.share.ShareStep.Kind;
import touchmark.ui.share.ShareStep.State;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Job;
import touchmark.ui.support.Messages;

/// Files on their way to others: to whom, with which right, how delivered; then recorded and
/// delivered step by step. Belongs to the FX thread.
public final class ShareModel {
  private static final int MOST_OFFERED = 50;

  private final Messages words = Messages.of("share");
  private final Background background;
  private final ShareDesk desk;
  private final Party party;
  private final List<Item> items;
  private final ObservableList<Organization> recipients = FXCollections.observableArrayList();
  private final ObservableList<ShareStep> steps = FXCollections.observableArrayList();
  private final ObservableList<Holder> holders = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty forward = new SimpleBooleanProperty();
  private final BooleanProperty asPackage = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final StringProperty problem = new SimpleStringProperty("");
  private final Queue<ShareStep> queue = new ArrayDeque<>();
  private final List<Runnable> watchers = new ArrayList<>();
  private List<Organization> members = List.of();

  /// What the party may do with each item in turn; empty until that is known.
  private List<Rights.Level> levels = List.of();

  private boolean loaded;
  private @Nullable Job job;

  /// @param items at least one
  public ShareModel(Background background, ShareDesk desk, Party party, List<Item> items) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a share sheet is opened for at least one file");
    }
    this.background = background;
    this.desk = desk;
    this.party = party;
    this.items = List.copyOf(items);
  }

  /// Looks up the members, and who holds the files.
  public void load() {
    background.run(
        words.text("job.directory"),
        _ -> look(),
        looked -> {
          members =
              looked.members().stream()
                  .filter(member -> !member.orgOrPersId().equals(party.resource()))
                  .sorted(
                      Comparator.comparing(
                          member -> member.displayName().toLowerCase(Locale.getDefault())))
                  .toList();
          holders.setAll(looked.holders().getFirst());
          levels = looked.holders().stream().map(this::level).toList();
          loaded = true;
          changed();
        },
        failure -> {
          problem.set(failure.sentence());
          changed();
        });
  }

  /// @param holders of each item in turn
  private record Looked(List<Organization> members, List<List<Holder>> holders) {}

  private Looked look() throws StoreException {
    List<List<Holder>> held = new ArrayList<>();
    for (Item item : items) {
      held.add(desk.holdings().of(item.fingerprint()));
    }
    return new Looked(desk.directory().members(), held);
  }

  private Rights.Level level(List<Holder> held) {
    return held.stream()
        .filter(holder -> holder.party().equals(party.resource()))
        .map(Holder::level)
        .findFirst()
        .orElse(Rights.Level.NONE);
  }

  public Party party() {
    return party;
  }

  /// What is shared.
  public List<Item> items() {
    return items;
  }

  /// What was typed to find a member.
  public StringProperty searchProperty() {
    return search;
  }

  /// Members that match what was typed and are not chosen yet.
  public List<Organization> offered() {
    String typed = search.get().strip().toLowerCase(Locale.getDefault());
    return members.stream()
        .filter(member -> !recipients.contains(member))
        .filter(
            member ->
                (member.displayName() + " " + member.orgOrPersId() + " " + member.address().town())
                    .toLowerCase(Locale.getDefault())
                    .contains(typed))
        .limit(MOST_OFFERED)
        .toList();
  }

  /// Whether the members are known.
  boolean isLoaded() {
    return loaded;
  }

  public ObservableList<Organization> recipients() {
    return recipients;
  }

  /// Adds a recipient and forgets what was typed.
  public void choose(Organization member) {
    if (!recipients.contains(member)) {
      recipients.add(member);
    }
    search.set("");
    changed();
  }

  public void remove(Organization member) {
    recipients.remove(member);
    changed();
  }

  /// Whether the recipients may send the file on.
  public BooleanProperty forwardProperty() {
    return forward;
  }

  /// Whether an encrypted package is written; else the send is only recorded.
  public BooleanProperty packageProperty() {
    return asPackage;
  }

  /// Who holds the first file now, the owner first.
  public ObservableList<Holder> holders() {
    return holders;
  }

  /// Whether somebody holds it already.
  Optional<Holder> holding(ResourceId member) {
    return holders.stream().filter(holder -> holder.party().equals(member)).findFirst();
  }

  /// What is done, in order; empty before the sharing begins.
  public ObservableList<ShareStep> steps() {
    return steps;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// What went wrong before anything was recorded; empty when nothing did.
  public StringProperty problemProperty() {
    return problem;
  }

  /// Why the button does nothing now; empty when it works.
  String hindrance() {
    if (party.signedBy().isEmpty()) {
      return words.text("hindrance.key", party.name());
    }
    if (!levels.isEmpty() && levels.stream().noneMatch(ShareModel::may)) {
      return refusalToCome();
    }
    if (recipients.isEmpty()) {
      return words.text("hindrance.recipient");
    }
    return sendsToMake().isEmpty() ? words.text("hindrance.recorded") : "";
  }

  /// What the ledger would refuse of several files; empty when it would take all of them.
  String warning() {
    return levels.stream().anyMatch(ShareModel::may) ? refusalToCome() : "";
  }

  private String refusalToCome() {
    for (int i = 0; i < levels.size(); i++) {
      if (!may(levels.get(i))) {
        String why =
            levels.get(i) == Rights.Level.HOLDER ? "hindrance.forward" : "hindrance.stranger";
        return words.text(why, party.name(), items.get(i).title());
      }
    }
    return "";
  }

  private static boolean may(Rights.Level level) {
    return switch (level) {
      case OWNER, MAY_FORWARD -> true;
      case NOT_REGISTERED, NONE, HOLDER -> false;
    };
  }

  /// Whether everything that was begun stands.
  boolean finished() {
    return !steps.isEmpty()
        && steps.stream().allMatch(step -> step.stateProperty().get() == State.DONE);
  }

  private record Send(Item item, Organization recipient) {}

  /// What was not recorded yet: a send stands for ever, and none is made twice.
  private List<Send> sendsToMake() {
    return items.stream()
        .flatMap(item -> recipients.stream().map(recipient -> new Send(item, recipient)))
        .filter(send -> steps.stream().noneMatch(step -> stands(step, send)))
        .toList();
  }

  private static boolean stands(ShareStep step, Send send) {
    return step.kind() == Kind.RECORD
        && step.stateProperty().get() == State.DONE
        && step.item().equals(send.item())
        && step.recipient().equals(send.recipient());
  }

  /// Records each send that does not stand yet and writes its package, one step after the other.
  public void share() {
    if (!hindrance().isEmpty() || running.get()) {
      return;
    }
    List<Send> sends = sendsToMake();
    List<Path> places = List.of();
    if (asPackage.get()) {
      Optional<List<Path>> chosen = desk.place().choose(packageNames(sends));
      if (chosen.isEmpty()) {
        return;
      }
      places = chosen.get();
    }
    steps.removeIf(step -> sends.contains(new Send(step.item(), step.recipient())));
    for (int i = 0; i < sends.size(); i++) {
      Send send = sends.get(i);
      Path file = places.isEmpty() ? null : places.get(i);
      ShareStep record = new ShareStep(Kind.RECORD, send.item(), send.recipient(), file);
      steps.add(record);
      queue.add(record);
      if (file != null) {
        steps.add(new ShareStep(Kind.PACKAGE, send.item(), send.recipient(), file));
      }
    }
    running.set(true);
    next();
  }

  /// Writes the package of a send that stands, again or elsewhere.
  public void deliverAgain(ShareStep step) {
    Optional<List<Path>> chosen =
        running.get()
            ? Optional.empty()
            : desk.place().choose(packageNames(List.of(new Send(step.item(), step.recipient()))));
    if (chosen.isEmpty() || step.send().isEmpty()) {
      return;
    }
    Path file = chosen.get().getFirst();
    running.set(true);
    step.become(State.RUNNING, words.text("step.packing"));
    job =
        background.runToItsEnd(
            words.text("job.packing", file.getFileName()),
            working -> {
              desk.deliveries().deliver(step.send().get(), file, party, working);
              return file;
            },
            written -> {
              step.become(State.DONE, words.text("step.packed", written));
              rest();
            },
            failure -> {
              step.become(State.FAILED, failure.sentence());
              rest();
            });
    changed();
  }

  /// Stops what runs, and leaves out what has not begun. What is recorded stays.
  public void cancel() {
    queue.clear();
    steps.stream()
        .filter(step -> step.stateProperty().get() == State.WAITING)
        .filter(step -> step.kind() == Kind.RECORD || !isRunning(step))
        .forEach(step -> step.become(State.LEFT_OUT, words.text("step.stopped")));
    if (job != null) {
      job.cancel();
    }
    changed();
  }

  /// Whether a package waits for the send that is being recorded just now.
  private boolean isRunning(ShareStep pack) {
    ShareStep record = steps.get(steps.indexOf(pack) - 1);
    return record.stateProperty().get() == State.RUNNING;
  }

  /// Is told whenever something to be shown has changed.
  void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  private void changed() {
    watchers.forEach(Runnable::run);
  }

  private static List<String> packageNames(List<Send> sends) {
    PackageNames names = new PackageNames();
    return sends.stream().map(send -> names.next(send.item(), send.recipient())).toList();
  }

  private void next() {
    ShareStep record = queue.poll();
    if (record == null) {
      rest();
      return;
    }
    record.become(State.RUNNING, words.text("step.recording"));
    Optional<ShareStep> pack =
        record.packageFile().isPresent()
            ? Optional.of(steps.get(steps.indexOf(record) + 1))
            : Optional.empty();
    ShareRequest request =
        new ShareRequest(
            record.item().fingerprint(),
            record.recipient().orgOrPersId(),
            forward.get(),
            record.packageFile());
    job =
        background.runToItsEnd(
            words.text("job.sharing", record.item().title()),
            working ->
                desk.shares()
                    .share(
                        request,
                        party,
                        (done, total) -> {
                          packing(record, pack, () -> working.isCancelled());
                          return working.at(done, total);
                        }),
            outcome -> {
              settled(record, pack, outcome);
              next();
            },
            failure -> {
              failed(record, pack, failure);
              next();
            });
    changed();
  }

  /// The first report of progress means that the send stands and its package is being written.
  private void packing(ShareStep record, Optional<ShareStep> pack, BooleanSupplier cancelled) {
    background.onFx(
        () -> {
          if (record.stateProperty().get() == State.RUNNING && !cancelled.getAsBoolean()) {
            record.become(State.DONE, words.text("step.recorded"));
            pack.ifPresent(step -> step.become(State.RUNNING, words.text("step.packing")));
            changed();
          }
        });
  }

  private void settled(ShareStep record, Optional<ShareStep> pack, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done(Recorded recorded) -> {
        record.become(
            State.DONE,
            words.text(
                recorded.isFinal() ? "step.recorded.in" : "step.recorded.provisional",
                Long.toString(recorded.position().height())));
        pack.ifPresent(
            step ->
                step.become(
                    State.DONE,
                    words.text("step.packed", step.packageFile().map(Path::toString).orElse(""))));
        hold(record.recipient());
      }
      case Outcome.Refused(Verdict.Refused verdict) -> {
        record.refuse(verdict);
        pack.ifPresent(step -> step.become(State.LEFT_OUT, words.text("step.left")));
      }
    }
    changed();
  }

  private void failed(ShareStep record, Optional<ShareStep> pack, Failure failure) {
    if (failure.cause() instanceof DeliveryException delivery) {
      record.become(State.DONE, words.text("step.recorded"));
      String said = delivery.cancelled() ? words.text("step.cancelled") : failure.sentence();
      pack.ifPresent(step -> step.failAfter(delivery.send().transaction().txId(), said));
      hold(record.recipient());
    } else if (record.stateProperty().get() == State.DONE) {
      pack.ifPresent(step -> step.become(State.FAILED, failure.sentence()));
      hold(record.recipient());
    } else {
      record.become(State.FAILED, failure.sentence());
      pack.ifPresent(step -> step.become(State.LEFT_OUT, words.text("step.left")));
    }
    changed();
  }

  private void hold(Organization recipient) {
    if (holding(recipient.orgOrPersId()).isEmpty()) {
      holders.add(
          new Holder(
              recipient.orgOrPersId(),
              recipient.displayName(),
              forward.get() ? Rights.Level.MAY_FORWARD : Rights.Level.HOLDER));
    }
  }

  private void rest() {
    job = null;
    running.set(false);
    changed();
  }
}
