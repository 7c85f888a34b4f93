package touchmark.ui.provenance;

import static touchmark.ui.cases.Cases.ACME;
import static touchmark.ui.cases.Cases.AERO;
import static touchmark.ui.cases.Cases.BOLT;
import static touchmark.ui.cases.Cases.PRINT;
import static touchmark.ui.cases.Cases.fingerprint;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.cases.Cases;

/// Stories to draw.
final class Stories {
  static final Instant NOW = at(6, 13, 9, 0);

  private final List<Event> events = new ArrayList<>();

  private Stories() {}

  static Instant at(int month, int day, int hour, int minute) {
    return LocalDateTime.of(2026, month, day, hour, minute).toInstant(ZoneOffset.UTC);
  }

  private int add(
      EventKind kind, ResourceId lane, Instant at, String label, boolean isFinal, int from) {
    int id = events.size() + 1;
    boolean onLedger = kind != EventKind.REFUSED && kind != EventKind.VERIFIED;
    events.add(
        new Event(
            id,
            kind,
            lane,
            at,
            label,
            "This is what happened: " + label + ".",
            isFinal,
            fingerprint("bracket v3"),
            from == 0 ? Optional.empty() : Optional.of(from),
            onLedger
                ? Optional.of(Cases.sent(lane, BOLT, "bracket v3", true, 1180 + id, at))
                : Optional.empty()));
    return id;
  }

  private Timeline told(String title, Lane... lanes) {
    return new Timeline(fingerprint("bracket v3"), title, List.of(lanes), events);
  }

  /// Four lanes, twelve events, a month.
  static Timeline bracket() {
    Stories s = new Stories();
    int claim = s.add(EventKind.CLAIM, ACME, at(5, 9, 8, 0), "claim", true, 0);
    int send = s.add(EventKind.SEND, ACME, at(5, 9, 9, 0), "send", true, claim);
    int received = s.add(EventKind.RECEIVED, BOLT, at(5, 10, 9, 0), "received", true, send);
    int forward = s.add(EventKind.FORWARD, BOLT, at(6, 2, 9, 0), "forward", true, received);
    int there = s.add(EventKind.RECEIVED, PRINT, at(6, 4, 9, 0), "received", true, forward);
    int slice = s.add(EventKind.SLICE, PRINT, at(6, 5, 9, 41), "slice", true, there);
    int verified = s.add(EventKind.VERIFIED, PRINT, at(6, 5, 15, 0), "verified", true, slice);
    int print = s.add(EventKind.PRINT, PRINT, at(6, 6, 9, 0), "print", true, verified);
    s.add(EventKind.REFUSED, BOLT, at(6, 7, 9, 0), "refused", true, received);
    int transfer = s.add(EventKind.TRANSFER, PRINT, at(6, 8, 9, 0), "transfer", true, print);
    s.add(EventKind.RECEIVED, AERO, at(6, 9, 9, 0), "part received", false, transfer);
    s.add(EventKind.BREACH, PRINT, at(6, 12, 9, 0), "other bytes", true, there);
    return s.told(
        "bracket v3",
        new Lane(ACME, "Acme GmbH", "owner"),
        new Lane(BOLT, "Bolt Ltd", "may forward"),
        new Lane(PRINT, "Print Co", "may print"),
        new Lane(AERO, "Aero Service", "customer"));
  }

  /// Three lanes, three versions, a breach, provisional ends.
  static Timeline versions() {
    Stories s = new Stories();
    int v1 = s.add(EventKind.CLAIM, ACME, at(3, 3, 8, 0), "claim v1", true, 0);
    int send1 = s.add(EventKind.SEND, ACME, at(3, 6, 9, 0), "send", true, v1);
    int r1 = s.add(EventKind.RECEIVED, BOLT, at(3, 11, 9, 0), "received", true, send1);
    int v2 = s.add(EventKind.CLAIM, ACME, at(3, 24, 9, 0), "claim v2", true, 0);
    int send2 = s.add(EventKind.SEND, ACME, at(3, 28, 9, 0), "send", true, v2);
    int r2 = s.add(EventKind.RECEIVED, BOLT, at(4, 2, 9, 0), "received", true, send2);
    s.add(EventKind.BREACH, PRINT, at(4, 7, 9, 0), "v1 found, no right", true, r1);
    int f2 = s.add(EventKind.FORWARD, BOLT, at(4, 12, 9, 0), "forward", true, r2);
    int r3 = s.add(EventKind.RECEIVED, PRINT, at(4, 17, 9, 0), "received", true, f2);
    int slice = s.add(EventKind.SLICE, PRINT, at(4, 25, 9, 0), "slice", true, r3);
    s.add(EventKind.PRINT, PRINT, at(5, 2, 9, 0), "print", true, slice);
    int v3 = s.add(EventKind.CLAIM, ACME, at(5, 9, 9, 0), "claim v3", true, 0);
    int send3 = s.add(EventKind.SEND, ACME, at(5, 15, 9, 0), "send", true, v3);
    int r4 = s.add(EventKind.RECEIVED, BOLT, at(5, 23, 9, 0), "received", false, send3);
    s.add(EventKind.SLICE, PRINT, at(5, 30, 9, 0), "slice", false, r4);
    return s.told(
        "bracket, v1 to v3",
        new Lane(ACME, "Acme GmbH", "owner"),
        new Lane(BOLT, "Bolt Ltd", "may forward"),
        new Lane(PRINT, "Print Co", "holds"));
  }

  /// Everything within seconds, as in the tour.
  static Timeline quick() {
    Stories s = new Stories();
    Instant start = at(6, 13, 8, 0);
    int claim = s.add(EventKind.CLAIM, ACME, start, "claim", true, 0);
    s.add(EventKind.REFUSED, ACME, start.plusSeconds(1), "already yours", true, 0);
    int send = s.add(EventKind.SEND, ACME, start.plusSeconds(3), "send", true, claim);
    int received = s.add(EventKind.RECEIVED, BOLT, start.plusSeconds(3), "received", true, send);
    s.add(EventKind.VERIFIED, BOLT, start.plusSeconds(6), "PASS", true, received);
    int on = s.add(EventKind.FORWARD, BOLT, start.plusSeconds(8), "send", true, received);
    int end = s.add(EventKind.RECEIVED, PRINT, start.plusSeconds(8), "received", true, on);
    s.add(EventKind.REFUSED, PRINT, start.plusSeconds(11), "rule 2", true, end);
    s.add(EventKind.REFUSED, BOLT, start.plusSeconds(13), "claimed by other", true, received);
    s.add(EventKind.BREACH, PRINT, start.plusSeconds(20), "other bytes", true, 0);
    return s.told(
        "bracket v1",
        new Lane(ACME, "Acme GmbH", "owner"),
        new Lane(BOLT, "Bolt Ltd", "may forward"),
        new Lane(PRINT, "Print Co", "holds"));
  }

  /// A claim, and many verifications of it one after the other.
  static Timeline verifiedOften(int count) {
    Stories s = new Stories();
    int claim = s.add(EventKind.CLAIM, ACME, at(1, 1, 0, 0), "claim", true, 0);
    for (int i = 1; i <= count; i++) {
      s.add(EventKind.VERIFIED, PRINT, at(1, 1, 0, 0).plusSeconds(600L * i), "PASS", true, claim);
    }
    return s.told(
        "bracket v1", new Lane(ACME, "Acme GmbH", "owner"), new Lane(PRINT, "Print Co", "holds"));
  }

  /// A long story.
  static Timeline ofMany(int count) {
    Stories s = new Stories();
    Random random = new Random(7);
    Instant time = at(1, 1, 0, 0);
    ResourceId[] parties = {ACME, BOLT, PRINT, AERO};
    EventKind[] kinds = EventKind.values();
    for (int i = 0; i < count; i++) {
      time = time.plusSeconds(random.nextInt(12_000));
      s.add(
          kinds[random.nextInt(kinds.length)],
          parties[random.nextInt(4)],
          time,
          "event " + i,
          random.nextInt(5) > 0,
          i == 0 ? 0 : 1 + Math.max(0, i - 1 - random.nextInt(5)));
    }
    return s.told(
        "a long story",
        new Lane(ACME, "Acme GmbH", "owner"),
        new Lane(BOLT, "Bolt Ltd", "may forward"),
        new Lane(PRINT, "Print Co", "holds"),
        new Lane(AERO, "Aero Service", "holds"));
  }
}
