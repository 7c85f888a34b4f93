package touchmark.ui.verify;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import touchmark.app.usecase.Party;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Messages;

/// One verification: which checks are in, what they add up to, and whether the file may be
/// released. Belongs to the FX thread.
public final class VerifyModel {
  /// Least length of a typed reason.
  static final int SHORTEST_REASON = 4;

  /// How far it is.
  public enum Phase {
    CHECKING,
    /// All seven checks are in.
    DONE,
    /// The checks could not be made; [#failureProperty] says why.
    FAILED
  }

  /// How far a release is.
  public enum Release {
    /// Not finished, or the verdict does not allow it.
    IMPOSSIBLE,
    NEEDS_REASON,
    READY,
    RUNNING,
    RELEASED
  }

  private final Messages words = Messages.of("verify");
  private final Background background;
  private final Desk desk;
  private final Background.Slot checking;
  private final Background.Slot comparing;
  private final Background.Slot proving;
  private final Map<Axis, ReadOnlyObjectWrapper<Optional<Check>>> checks =
      new EnumMap<>(Axis.class);
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CHECKING);
  private final ReadOnlyObjectWrapper<Optional<Verification>> verification =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Proof>> proof =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Release> release =
      new ReadOnlyObjectWrapper<>(Release.IMPOSSIBLE);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fileName = new ReadOnlyStringWrapper("");
  private final StringProperty reason = new SimpleStringProperty("");
  private @Nullable Party party;

  public VerifyModel(Background background, Desk desk) {
    this.background = background;
    this.desk = desk;
    checking = background.slot();
    comparing = background.slot();
    proving = background.slot();
    for (Axis axis : Axis.values()) {
      checks.put(axis, new ReadOnlyObjectWrapper<>(Optional.empty()));
    }
    reason.subscribe(this::considerReason);
  }

  /// Begins: forgets what was shown, and checks a file for a party.
  public void verify(Path file, Party forParty) {
    begin(file, forParty);
    checking.runHeavy(
        words.text("job.checking", fileName.get()),
        job ->
            desk.verifications()
                .verify(
                    file,
                    forParty,
                    check ->
                        background.onFx(
                            () -> {
                              if (!job.isCancelled()) {
                                arrived(check);
                              }
                            }),
                    job),
        this::finished,
        this::failed);
  }

  /// Shows what was answered before.
  void show(Verification answer, Party forParty) {
    begin(answer.file(), forParty);
    finished(answer);
  }

  /// Shows that a file is to be checked: the answer will come by [#show] or [#fail].
  void await(Path file, Party forParty) {
    begin(file, forParty);
  }

  /// Shows that the checks of a file could not be made.
  void fail(Path file, Party forParty, String why) {
    begin(file, forParty);
    failure.set(why);
    phase.set(Phase.FAILED);
  }

  /// Says what became of something that was done with the file.
  public void say(String sentence) {
    said.set(sentence);
  }

  private void begin(Path file, Party forParty) {
    party = forParty;
    Path last = file.getFileName();
    fileName.set(last == null ? file.toString() : last.toString());
    checks.values().forEach(check -> check.set(Optional.empty()));
    verification.set(Optional.empty());
    comparison.set(Optional.empty());
    proof.set(Optional.empty());
    checking.clear();
    comparing.clear();
    proving.clear();
    failure.set("");
    said.set("");
    reason.set("");
    release.set(Release.IMPOSSIBLE);
    phase.set(Phase.CHECKING);
  }

  /// Stops what runs; its answers are dropped.
  public void cancel() {
    checking.clear();
    comparing.clear();
    proving.clear();
  }

  /// Copies the verified bytes into a folder, when that is allowed.
  public void release(Path folder) {
    if (release.get() != Release.READY) {
      return;
    }
    Verification verified = verification.get().orElseThrow();
    Party forParty = Objects.requireNonNull(party, "a party verifies");
    Optional<String> why =
        verified.verdict() == State.CAUTION ? Optional.of(reason.get().strip()) : Optional.empty();
    release.set(Release.RUNNING);
    said.set("");
    background.runToItsEnd(
        words.text("job.releasing", fileName.get()),
        job -> desk.releases().release(verified, forParty.resource(), folder, why, job),
        target -> {
          release.set(Release.RELEASED);
          said.set(words.text("release.done", target));
        },
        problem -> {
          release.set(Release.READY);
          said.set(problem.sentence());
        });
  }

  /// Looks up the transactions behind a check and shows them.
  public void why(Check check) {
    proving.run(
        words.text("job.proof"),
        _ -> new ProofReader(desk.records(), desk.names()).of(check),
        found -> proof.set(Optional.of(found)),
        problem -> said.set(problem.sentence()));
  }

  public void closeProof() {
    proof.set(Optional.empty());
  }

  /// A request to the sender, ready to be pasted into a message.
  public String request() {
    return verification
        .get()
        .map(
            verified ->
                words.text(
                    "ask.request",
                    fileName.get(),
                    verified.fingerprint().hex(),
                    Objects.requireNonNull(party, "a party verifies").name()))
        .orElse("");
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /// The answer of one axis; empty while it is checked.
  public ReadOnlyObjectProperty<Optional<Check>> checkProperty(Axis axis) {
    return wrapper(axis).getReadOnlyProperty();
  }

  /// All of it, once all seven checks are in.
  public ReadOnlyObjectProperty<Optional<Verification>> verificationProperty() {
    return verification.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Proof>> proofProperty() {
    return proof.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Release> releaseProperty() {
    return release.getReadOnlyProperty();
  }

  /// Why there is no answer, in a sentence; empty when there is one.
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// What became of the last act.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty fileNameProperty() {
    return fileName.getReadOnlyProperty();
  }

  /// Why the file is released in spite of a caution.
  public StringProperty reasonProperty() {
    return reason;
  }

  private ReadOnlyObjectWrapper<Optional<Check>> wrapper(Axis axis) {
    return Objects.requireNonNull(checks.get(axis), "every axis has its place");
  }

  private void arrived(Check check) {
    wrapper(check.axis()).set(Optional.of(check));
  }

  private void finished(Verification answer) {
    answer.checks().forEach(this::arrived);
    boolean complete = checks.values().stream().allMatch(check -> check.get().isPresent());
    if (!complete) {
      failure.set(words.text("failure.incomplete"));
      phase.set(Phase.FAILED);
      return;
    }
    fileName.set(answer.fileName());
    verification.set(Optional.of(answer));
    phase.set(Phase.DONE);
    considerReason(reason.get());
    if (answer.registered().isPresent()) {
      comparing.runHeavy(
          words.text("job.comparing", fileName.get()),
          job ->
              desk.counterparts()
                  .of(answer, job)
                  .map(registered -> Comparison.of(registered, answer.inspection())),
          found -> comparison.set(found.filter(compared -> !compared.rows().isEmpty())),
          problem -> said.set(problem.sentence()));
    }
  }

  private void failed(Failure problem) {
    failure.set(problem.sentence());
    phase.set(Phase.FAILED);
  }

  private void considerReason(String typed) {
    if (release.get() == Release.RUNNING || release.get() == Release.RELEASED) {
      return;
    }
    release.set(
        verification
            .get()
            .filter(verified -> noneFailed())
            .map(
                verified ->
                    switch (verified.verdict()) {
                      case PASS -> Release.READY;
                      case CAUTION ->
                          typed.strip().length() >= SHORTEST_REASON
                              ? Release.READY
                              : Release.NEEDS_REASON;
                      case FAIL, UNKNOWN -> Release.IMPOSSIBLE;
                    })
            .orElse(Release.IMPOSSIBLE));
  }

  /// Said again here, so that no verdict can overrule a failed check.
  private boolean noneFailed() {
    return checks.values().stream()
        .allMatch(check -> check.get().filter(one -> one.state() != State.FAIL).isPresent());
  }
}
