package touchmark.ui.claim;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.rules.Verdict;
import touchmark.ui.claim.ClaimDesk.Source;
import touchmark.ui.claim.ClaimRow.State;
import touchmark.ui.control.ShortHash;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Job;
import touchmark.ui.support.Messages;

/// Files on their way to a claim: read, looked at, changed, and recorded one after the other.
/// Belongs to the FX thread.
public final class ClaimModel {
  private final Messages words = Messages.of("claim");
  private final Background background;
  private final ClaimDesk desk;
  private final Party party;
  private final boolean solo;
  private final DateTimeFormatter date;
  private final List<ClaimRow> rows;
  private final ObjectProperty<ClaimRow> chosen;
  private final ReadOnlyBooleanWrapper claiming = new ReadOnlyBooleanWrapper();
  private final List<Runnable> watchers = new ArrayList<>();
  private final Queue<ClaimRow> toRead = new ArrayDeque<>();
  private final Queue<ClaimRow> toClaim = new ArrayDeque<>();
  private List<Source> held = List.of();

  /// @param files at least one
  /// @param solo whether the ledger is this workstation's alone, and proves nothing to others
  /// @param zone in which days are said
  public ClaimModel(
      Background background,
      ClaimDesk desk,
      Party party,
      boolean solo,
      ZoneId zone,
      List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a claim sheet is opened for at least one file");
    }
    this.background = background;
    this.desk = desk;
    this.party = party;
    this.solo = solo;
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(zone);
    rows = files.stream().map(ClaimRow::new).toList();
    chosen = new SimpleObjectProperty<>(rows.getFirst());
  }

  /// Begins to read the files, one after the other.
  public void read() {
    toRead.addAll(rows);
    background.run(
        words.text("job.sources"),
        _ -> desk.sources().heldBy(party),
        found -> {
          held = List.copyOf(found);
          readNext();
        },
        _ -> readNext());
  }

  /// One row a file, in the order in which they came.
  public List<ClaimRow> rows() {
    return rows;
  }

  /// The row whose entries are shown.
  public ObjectProperty<ClaimRow> chosenProperty() {
    return chosen;
  }

  public Party party() {
    return party;
  }

  public boolean isSolo() {
    return solo;
  }

  /// Whether claims are being recorded.
  public ReadOnlyBooleanProperty claimingProperty() {
    return claiming.getReadOnlyProperty();
  }

  /// What the party holds, and may name as a source.
  public List<Source> held() {
    return held;
  }

  /// How many files a click on the button would claim.
  int ready() {
    return (int) rows.stream().filter(this::mayClaim).count();
  }

  /// How many files were recorded.
  int recorded() {
    return (int) rows.stream().filter(row -> row.stateProperty().get() == State.DONE).count();
  }

  /// Whether nothing is left to do on the sheet.
  boolean finished() {
    return rows.stream().noneMatch(row -> row.busy() || row.editable());
  }

  /// Why the button does nothing now; empty when it works.
  String hindrance() {
    if (party.signedBy().isEmpty()) {
      return words.text("hindrance.key", party.name());
    }
    if (claiming.get()) {
      return words.text("hindrance.claiming");
    }
    if (rows.stream().anyMatch(ClaimRow::busy)) {
      return words.text("hindrance.reading");
    }
    Optional<String> mistake =
        rows.stream().filter(ClaimRow::editable).flatMap(row -> row.mistake().stream()).findFirst();
    return mistake
        .map(words::text)
        .orElseGet(() -> ready() == 0 ? words.text("hindrance.nothing") : "");
  }

  /// Records what is ready, one after the other. Each row keeps its result.
  public void claim() {
    if (!hindrance().isEmpty()) {
      return;
    }
    rows.stream().filter(this::mayClaim).forEach(toClaim::add);
    claiming.set(true);
    claimNext();
  }

  /// Stops what runs for a row. What is recorded stays.
  public void cancel(ClaimRow row) {
    boolean unread = toRead.remove(row);
    boolean unclaimed = toClaim.remove(row);
    if (unread || unclaimed) {
      row.become(State.CANCELLED, words.text("state.cancelled"));
      changed();
    }
    row.cancelJob();
  }

  /// The sheet is gone: stops the reading. What is being recorded goes on to its end.
  public void leave() {
    if (!claiming.get()) {
      rows.forEach(this::cancel);
    }
  }

  /// Is told whenever a row, or what may be done, has changed.
  void onChange(Runnable watcher) {
    watchers.add(watcher);
  }

  /// What every member of the network will read of a row.
  String everyMember(ClaimRow row) {
    Optional<ClaimRequest> proposed = row.proposed();
    if (proposed.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(party.name());
    parts.add(words.text("reads.time"));
    parts.add(words.text("reads.type", words.text("type", proposed.get().dataType())));
    parts.add(words.text("reads.fingerprint", ShortHash.of(proposed.get().fingerprint().hex())));
    if (!row.sources().isEmpty()) {
      parts.add(words.text("reads.sources"));
    }
    if (row.recognisedProperty().get().filter(Recognised::findings).isPresent()) {
      parts.add(words.text("reads.findings"));
    }
    if (row.publicProperty().get()) {
      parts.addAll(labels(row));
      if (!row.doiProperty().get().isBlank()) {
        parts.add(row.doiProperty().get().strip());
      }
    }
    return String.join(", ", parts);
  }

  /// What only those who receive the file will read of a row.
  String onlyRecipients(ClaimRow row) {
    return row.publicProperty().get()
        ? words.text("reads.recipients.public")
        : words.text("reads.recipients", String.join(", ", labels(row)));
  }

  private List<String> labels(ClaimRow row) {
    List<String> parts = new ArrayList<>();
    if (!row.idProperty().get().isBlank()) {
      parts.add(row.idProperty().get().strip());
    }
    if (!row.versionProperty().get().isBlank()) {
      parts.add(row.versionProperty().get().strip());
    }
    if (!row.descriptionProperty().get().isBlank()) {
      parts.add(words.text("reads.description"));
    }
    return parts;
  }

  private boolean mayClaim(ClaimRow row) {
    return row.editable() && row.mistake().isEmpty();
  }

  private void changed() {
    watchers.forEach(Runnable::run);
  }

  private void readNext() {
    ClaimRow row = toRead.poll();
    if (row == null) {
      changed();
      return;
    }
    row.become(State.READING, words.text("state.reading"));
    Job job =
        background.runHeavy(
            words.text("job.reading", row.name()),
            running -> {
              ClaimProposal proposal = desk.proposals().propose(row.file(), party, running);
              return new Read(proposal, Recognised.of(proposal.inspection(), words));
            },
            read -> {
              row.rest();
              proposed(row, read);
              readNext();
            },
            failure -> {
              row.rest();
              failed(row, failure);
              readNext();
            });
    if (row.busy()) {
      row.working(job);
    }
    changed();
  }

  private record Read(ClaimProposal proposal, Recognised recognised) {}

  private void proposed(ClaimRow row, Read read) {
    ClaimProposal proposal = read.proposal();
    row.propose(
        proposal,
        read.recognised(),
        proposal.request().derivedFrom().stream().map(this::source).toList());
    Optional<Recorded> earlier = proposal.earlier();
    if (earlier.isEmpty()) {
      row.become(State.READY, words.text("state.ready"));
      return;
    }
    String day = date.format(earlier.get().blockTime());
    row.become(
        State.TAKEN,
        proposal.ownedBy().filter(owner -> !owner.equals(party.name())).isPresent()
            ? words.text("state.taken", proposal.ownedBy().get(), day)
            : words.text("state.yours", party.name(), day));
  }

  private Source source(Fingerprint fingerprint) {
    return held.stream()
        .filter(one -> one.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseGet(() -> new Source(fingerprint, ShortHash.of(fingerprint.hex())));
  }

  private void claimNext() {
    ClaimRow row = toClaim.poll();
    if (row == null) {
      claiming.set(false);
      changed();
      return;
    }
    row.become(State.CLAIMING, words.text("state.claiming"));
    ClaimRequest request = row.request();
    Job job =
        background.runToItsEnd(
            words.text("job.claiming", row.name()),
            running -> desk.claims().claim(request, party, running),
            outcome -> {
              row.rest();
              settled(row, outcome);
              claimNext();
            },
            failure -> {
              row.rest();
              failed(row, failure);
              claimNext();
            });
    if (row.busy()) {
      row.working(job);
    }
    changed();
  }

  private void settled(ClaimRow row, Outcome outcome) {
    switch (outcome) {
      case Outcome.Done(Recorded recorded) ->
          row.become(
              State.DONE,
              words.text(
                  recorded.isFinal() ? "state.done" : "state.done.provisional",
                  party.name(),
                  Long.toString(recorded.position().height())));
      case Outcome.Refused(Verdict.Refused verdict) -> row.refuse(verdict);
    }
  }

  private void failed(ClaimRow row, Failure failure) {
    if (failure.cancelled()) {
      row.become(State.CANCELLED, words.text("state.cancelled"));
    } else {
      row.become(State.FAILED, failure.sentence());
    }
  }
}
