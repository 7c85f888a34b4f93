package touchmark.ui.provenance;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import touchmark.app.timeline.Event;
import touchmark.ui.support.Messages;

/// The words of the timeline in the user's language, days and times in the user's manner.
final class StoryWords implements Wording {
  private final Messages words;
  private final DateTimeFormatter year;
  private final DateTimeFormatter month;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter second;
  private final DateTimeFormatter date;
  private final DateTimeFormatter moment;

  StoryWords(Messages words, ZoneId zone, Locale locale) {
    this.words = words;
    year = pattern("y", zone, locale);
    month = pattern("yMMMM", zone, locale);
    day = pattern("MMMd", zone, locale);
    minute = pattern("Hm", zone, locale);
    second = pattern("Hms", zone, locale);
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).withZone(zone);
    moment =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
            .withLocale(locale)
            .withZone(zone);
  }

  private static DateTimeFormatter pattern(String template, ZoneId zone, Locale locale) {
    return DateTimeFormatter.ofLocalizedPattern(template).withLocale(locale).withZone(zone);
  }

  @Override
  public String label(Event event) {
    return event.label();
  }

  @Override
  public String day(Event event) {
    return event.isFinal()
        ? day.format(event.at())
        : words.text("mark.provisional", day.format(event.at()));
  }

  @Override
  public String quiet(Duration duration) {
    return words.text("axis.quiet", duration.toDays());
  }

  @Override
  public String now() {
    return words.text("axis.now");
  }

  @Override
  public String start(Instant first, boolean withTime) {
    return withTime ? date.format(first) + ", " + minute.format(first) : date.format(first);
  }

  @Override
  public String tick(Instant instant, Grain grain) {
    return switch (grain) {
      case YEAR -> year.format(instant);
      case MONTH -> month.format(instant);
      case DAY -> day.format(instant);
      case HOUR, MINUTE -> minute.format(instant);
      case SECOND -> second.format(instant);
    };
  }

  /// Day and time in full.
  String moment(Instant instant) {
    return moment.format(instant);
  }

  /// The first and the last day of a story.
  String days(Instant first, Instant last) {
    String from = date.format(first);
    String to = date.format(last);
    return from.equals(to) ? from : words.text("header.days", from, to);
  }
}
