package touchmark.ui.provenance;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// How fine the axis is divided, the coarsest first.
enum Grain {
  YEAR(ChronoUnit.YEARS),
  MONTH(ChronoUnit.MONTHS),
  DAY(ChronoUnit.DAYS),
  HOUR(ChronoUnit.HOURS),
  MINUTE(ChronoUnit.MINUTES),
  SECOND(ChronoUnit.SECONDS);

  private static final int MOST = 400;

  private final ChronoUnit unit;

  Grain(ChronoUnit unit) {
    this.unit = unit;
  }

  /// Every boundary after `first` and before `last`; none when there would be too many to show.
  List<Instant> between(Instant first, Instant last, ZoneId zone) {
    ZonedDateTime moment = start(first.atZone(zone));
    if (unit.between(moment, last.atZone(zone)) > MOST) {
      return List.of();
    }
    List<Instant> moments = new ArrayList<>();
    while (moment.toInstant().isBefore(last)) {
      if (moment.toInstant().isAfter(first)) {
        moments.add(moment.toInstant());
      }
      moment = moment.plus(1, unit);
    }
    return moments;
  }

  private ZonedDateTime start(ZonedDateTime time) {
    return switch (this) {
      case YEAR -> time.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
      case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      case DAY, HOUR, MINUTE, SECOND -> time.truncatedTo(unit);
    };
  }
}
