package touchmark.app.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import touchmark.app.contacts.Names;
import touchmark.app.journal.Entry;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// Turns transactions and journal lines, given oldest first, into marks with arrows between them.
/// Built for one story, by one thread.
final class Marks {
  private final List<Event> events = new ArrayList<>();
  private final Map<Place, Integer> newest = new HashMap<>();
  private final Function<ResourceId, String> names;
  private final Map<Fingerprint, String> titles;
  private final Function<Statement.Dispute, Optional<String>> reasons;

  /// Where data stands: in whose hands, which bytes.
  private record Place(ResourceId party, Fingerprint fingerprint) {}

  /// @param names of parties, for people
  /// @param titles of the files of this story, for people
  /// @param reasons of disputes, where the viewer may read them
  Marks(
      Function<ResourceId, String> names,
      Map<Fingerprint, String> titles,
      Function<Statement.Dispute, Optional<String>> reasons) {
    this.names = names;
    this.titles = titles;
    this.reasons = reasons;
  }

  /// The marks so far, oldest first.
  List<Event> events() {
    return List.copyOf(events);
  }

  /// Adds what the chain recorded. Statements about membership and the way of a part make no mark.
  void add(Recorded recorded) {
    switch (recorded.transaction().statement()) {
      case Statement.RecordOwnership claim -> claimed(recorded, claim);
      case Statement.SendProductData send -> sent(recorded, send);
      case Statement.TransferOwnership transfer -> transferred(recorded, transfer);
      case Statement.WithdrawVersion withdrawal ->
          noted(
              EventKind.WITHDRAW,
              recorded,
              withdrawal.owner(),
              "withdrawn",
              withdrawal.productData(),
              " withdrew ",
              "");
      case Statement.Dispute dispute ->
          noted(
              EventKind.DISPUTE,
              recorded,
              dispute.issuer(),
              "dispute",
              dispute.productData(),
              " disputes the claim of ",
              reasons.apply(dispute).map(reason -> ": " + reason).orElse(""));
      case Statement.RegisterPart part ->
          noted(
              EventKind.PART,
              recorded,
              part.part().maker(),
              "part " + part.part().serialNumber(),
              part.productData(),
              " registered the part " + part.part() + " as made from ",
              "");
      case Statement.TransferPart _, Statement.OfMembership _ -> {}
    }
  }

  /// Adds what only this station knows.
  void add(Entry entry) {
    Fingerprint file = entry.about().orElse(entry.fingerprint());
    String who = names.apply(entry.party());
    boolean breach = entry.verdict().equals("FAIL");
    EventKind kind =
        switch (entry.kind()) {
          case VERIFIED -> breach ? EventKind.BREACH : EventKind.VERIFIED;
          case CLAIM_REFUSED, SEND_REFUSED -> EventKind.REFUSED;
          case RELEASED -> EventKind.PRINT;
        };
    String label =
        switch (entry.kind()) {
          case VERIFIED -> {
            if (!breach) {
              yield "verified";
            }
            yield entry.about().isPresent() ? "other bytes" : "breach";
          }
          case CLAIM_REFUSED -> "claim refused";
          case SEND_REFUSED -> "send refused";
          case RELEASED -> "released";
        };
    String explanation =
        switch (entry.kind()) {
          case VERIFIED -> who + " verified: " + entry.verdict() + ". " + entry.message();
          case CLAIM_REFUSED -> who + " asked to claim it, and was refused: " + entry.message();
          case SEND_REFUSED -> who + " asked to send it " + entry.message();
          case RELEASED -> who + ": " + entry.message();
        };
    Optional<Integer> from = Optional.ofNullable(newest.get(new Place(entry.party(), file)));
    add(kind, entry.party(), entry.at(), label, explanation, true, file, from, Optional.empty());
  }

  private void claimed(Recorded recorded, Statement.RecordOwnership claim) {
    Fingerprint file = claim.productData().fingerprint();
    List<Fingerprint> sources = claim.productData().file().derivedFrom();
    String who = names.apply(claim.issuer());
    Optional<Integer> from =
        sources.stream()
            .flatMap(
                source ->
                    Optional.ofNullable(newest.get(new Place(claim.issuer(), source))).stream())
            .max(Integer::compare);
    if (sources.isEmpty()) {
      mark(EventKind.CLAIM, recorded, claim.issuer(), "claim", file, from, who + " claimed ");
      return;
    }
    String madeFrom =
        " as made from " + String.join(", ", sources.stream().map(this::title).toList());
    boolean slice = claim.productData().file().dataType() == DataType.GEOMETRY_SLICED;
    add(
        slice ? EventKind.SLICE : EventKind.CLAIM,
        claim.issuer(),
        recorded.blockTime(),
        slice ? "slice" : "claim",
        who + " recorded " + title(file) + madeFrom + ".",
        recorded.isFinal(),
        file,
        from,
        Optional.of(recorded));
    newest.put(new Place(claim.issuer(), file), events.size() - 1);
  }

  private void sent(Recorded recorded, Statement.SendProductData send) {
    Fingerprint file = send.productData();
    String from = names.apply(send.from());
    String to = names.apply(send.to());
    Place sender = new Place(send.from(), file);
    Optional<Integer> origin = Optional.ofNullable(newest.get(sender));
    boolean fromOwner =
        origin
            .map(id -> events.get(id).kind())
            .filter(kind -> kind == EventKind.RECEIVED || kind == EventKind.FORWARD)
            .isEmpty();
    String flag = send.forward() ? ", who may forward it." : ", who may not forward it.";
    add(
        fromOwner ? EventKind.SEND : EventKind.FORWARD,
        send.from(),
        recorded.blockTime(),
        fromOwner ? "send" : "forward",
        from + " sent " + title(file) + " to " + to + flag,
        recorded.isFinal(),
        file,
        origin,
        Optional.of(recorded));
    int sending = events.size() - 1;
    newest.put(sender, sending);
    mark(
        EventKind.RECEIVED,
        recorded,
        send.to(),
        "received",
        file,
        Optional.of(sending),
        to + " received from " + from + ": ");
  }

  /// Two marks, one on each side: what the new owner sends from then on is a send, no forward.
  private void transferred(Recorded recorded, Statement.TransferOwnership transfer) {
    Fingerprint file = transfer.productData();
    String from = names.apply(transfer.from());
    String to = names.apply(transfer.to());
    Optional<Integer> origin = Optional.ofNullable(newest.get(new Place(transfer.from(), file)));
    mark(
        EventKind.TRANSFER,
        recorded,
        transfer.from(),
        "transfer",
        file,
        origin,
        from + " handed ownership over to " + to + ": ");
    Optional<Integer> handing = Optional.of(events.size() - 1);
    mark(
        EventKind.TRANSFER,
        recorded,
        transfer.to(),
        "new owner",
        file,
        handing,
        to + " took ownership over from " + from + ": ");
  }

  /// A mark from which the data goes nowhere.
  private void noted(
      EventKind kind,
      Recorded recorded,
      ResourceId lane,
      String label,
      Fingerprint file,
      String deed,
      String more) {
    add(
        kind,
        lane,
        recorded.blockTime(),
        label,
        names.apply(lane) + deed + title(file) + more + ".",
        recorded.isFinal(),
        file,
        Optional.ofNullable(newest.get(new Place(lane, file))),
        Optional.of(recorded));
  }

  private void mark(
      EventKind kind,
      Recorded recorded,
      ResourceId lane,
      String label,
      Fingerprint file,
      Optional<Integer> from,
      String sentence) {
    add(
        kind,
        lane,
        recorded.blockTime(),
        label,
        sentence + title(file) + ".",
        recorded.isFinal(),
        file,
        from,
        Optional.of(recorded));
    newest.put(new Place(lane, file), events.size() - 1);
  }

  private void add(
      EventKind kind,
      ResourceId lane,
      Instant at,
      String label,
      String explanation,
      boolean isFinal,
      Fingerprint file,
      Optional<Integer> from,
      Optional<Recorded> recorded) {
    events.add(
        new Event(
            events.size(), kind, lane, at, label, explanation, isFinal, file, from, recorded));
  }

  private String title(Fingerprint fingerprint) {
    return titles.getOrDefault(fingerprint, Names.brief(fingerprint));
  }
}
