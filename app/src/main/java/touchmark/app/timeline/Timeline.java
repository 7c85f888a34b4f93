package touchmark.app.timeline;

import java.util.List;
import touchmark.ledger.model.Fingerprint;

/// The story of one asset with its versions and what was made from it.
///
/// @param title for people, for example `bracket, v1 to v3`
/// @param events oldest first
public record Timeline(Fingerprint subject, String title, List<Lane> lanes, List<Event> events) {
  public Timeline {
    lanes = List.copyOf(lanes);
    events = List.copyOf(events);
  }
}
