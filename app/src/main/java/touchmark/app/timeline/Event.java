package touchmark.app.timeline;

import java.time.Instant;
import java.util.Optional;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// A mark on the timeline.
///
/// @param id unique within the timeline
/// @param lane whose lane it stands in
/// @param at the block's time, or the station's time for what only the station knows
/// @param label one or two words under the mark
/// @param explanation one sentence
/// @param isFinal false for provisional marks
/// @param from id of the mark that an arrow leads from
/// @param recorded the transaction, unless only the station knows of it
public record Event(
    int id,
    EventKind kind,
    ResourceId lane,
    Instant at,
    String label,
    String explanation,
    boolean isFinal,
    Fingerprint fingerprint,
    Optional<Integer> from,
    Optional<Recorded> recorded) {}
