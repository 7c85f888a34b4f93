package touchmark.app.timeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import touchmark.app.contacts.Names;
import touchmark.app.contacts.ReasonBook;
import touchmark.app.journal.Entry;
import touchmark.app.journal.Journal;
import touchmark.ledger.Ledger;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// Tells the story of an asset from the ledger and this station's journal. The same chain and
/// journal always make the same story.
public final class Chronicle {
  private final Ledger ledger;
  private final Names names;
  private final Journal journal;
  private final ReasonBook reasons;

  public Chronicle(Ledger ledger, Names names, Journal journal, ReasonBook reasons) {
    this.ledger = ledger;
    this.names = names;
    this.journal = journal;
    this.reasons = reasons;
  }

  /// The story of a fingerprint as a viewer may read it.
  ///
  /// @throws IOException when the journal cannot be read
  public Timeline tell(Fingerprint subject, ResourceId viewer) throws StoreException, IOException {
    Family family = Family.of(subject, ledger, names, viewer);
    Set<Fingerprint> files = new LinkedHashSet<>(family.members().keySet());
    files.add(subject);
    Map<Fingerprint, String> titles = new TreeMap<>();
    for (Fingerprint file : files) {
      titles.put(file, names.title(file, viewer));
    }
    Marks marks =
        new Marks(
            names::of,
            titles,
            dispute ->
                dispute.issuer().equals(viewer)
                    ? reasons.text(dispute.reason())
                    : Optional.empty());
    happened(files).forEach(moment -> moment.tell().accept(marks));
    return new Timeline(
        subject,
        title(family, names.title(subject, viewer)),
        lanes(subject, marks),
        marks.events());
  }

  /// Something that happened, and how to mark it.
  private record Moment(Instant at, Consumer<Marks> tell) {}

  /// Everything that happened to the files: by time, the chain's order among transactions, and the
  /// chain before the journal at the same time.
  private List<Moment> happened(Set<Fingerprint> files) throws StoreException, IOException {
    Map<Position, Recorded> chain = new TreeMap<>();
    for (Fingerprint file : files) {
      for (Recorded recorded : ledger.history(file)) {
        chain.put(recorded.position(), recorded);
      }
    }
    List<Moment> moments = new ArrayList<>();
    for (Recorded recorded : chain.values()) {
      moments.add(new Moment(recorded.blockTime(), marks -> marks.add(recorded)));
    }
    for (Entry entry : journal.read().entries()) {
      if (files.stream().anyMatch(entry::concerns)) {
        moments.add(new Moment(entry.at(), marks -> marks.add(entry)));
      }
    }
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private List<Lane> lanes(Fingerprint subject, Marks marks) throws StoreException {
    Set<ResourceId> parties = new LinkedHashSet<>();
    ledger.owner(subject).ifPresent(parties::add);
    marks.events().forEach(event -> parties.add(event.lane()));
    List<Lane> lanes = new ArrayList<>();
    for (ResourceId party : parties) {
      lanes.add(new Lane(party, names.of(party), role(ledger.rights(subject, party).level())));
    }
    return lanes;
  }

  private static String role(Rights.Level level) {
    return switch (level) {
      case OWNER -> "owner";
      case MAY_FORWARD -> "may forward";
      case HOLDER -> "holds";
      case NONE, NOT_REGISTERED -> "";
    };
  }

  private static String title(Family family, String plain) {
    List<FileLabels.Clear> versions = family.versions();
    if (versions.size() < 2) {
      return plain;
    }
    return versions.getFirst().id()
        + ", "
        + versions.getFirst().versionIds().getLast()
        + " to "
        + versions.getLast().versionIds().getLast();
  }
}
