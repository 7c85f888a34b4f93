package touchmark.ui.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Timeline;
import touchmark.ui.provenance.Drawing.Label;
import touchmark.ui.provenance.Drawing.Mark;
import touchmark.ui.support.Messages;

class TimelineLayoutTest {
  private static final TextWidth WIDTHS = (text, strong) -> text.length() * 7;
  private final StoryWords words =
      new StoryWords(Messages.of("provenance", Locale.UK), ZoneOffset.UTC, Locale.UK);

  private TimelineLayout layout(Timeline story) {
    return new TimelineLayout(
        story, story.events().getLast().at().plusSeconds(3600), ZoneOffset.UTC, words, WIDTHS);
  }

  private Drawing drawn(Timeline story, double width, boolean roomy) {
    TimelineLayout layout = layout(story);
    double laneHeight = roomy ? 100 : 38;
    return layout.draw(
        Zoom.fit(width, layout.units()),
        laneHeight,
        laneHeight * story.lanes().size(),
        roomy,
        OptionalInt.empty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {300, 640, 1100, 1600})
  void noTwoLabelsOverlapAndNoneCoversAMark(double width) {
    for (Timeline story :
        List.of(Stories.bracket(), Stories.versions(), Stories.quick(), Stories.ofMany(300))) {
      for (boolean roomy : new boolean[] {true, false}) {
        Drawing drawing = drawn(story, width, roomy);
        List<Label> labels = drawing.labels();
        for (int i = 0; i < labels.size(); i++) {
          for (int k = i + 1; k < labels.size(); k++) {
            assertThat(overlap(labels.get(i), labels.get(k)))
                .as(labels.get(i) + " over " + labels.get(k))
                .isFalse();
          }
          Label label = labels.get(i);
          assertThat(label.x()).isNotNegative();
          assertThat(label.x() + label.width()).isLessThanOrEqualTo(width);
          assertThat(drawing.marks()).noneMatch(mark -> covers(label, mark));
        }
      }
    }
  }

  private static boolean overlap(Label one, Label other) {
    return one.x() < other.x() + other.width()
        && other.x() < one.x() + one.width()
        && one.y() < other.y() + other.height()
        && other.y() < one.y() + one.height();
  }

  private static boolean covers(Label label, Mark mark) {
    return mark.x() > label.x()
        && mark.x() < label.x() + label.width()
        && mark.y() > label.y()
        && mark.y() < label.y() + label.height();
  }

  @Test
  void inAWideWindowEveryEventStandsApartAndIsLabelled() {
    Drawing drawing = drawn(Stories.bracket(), 1400, true);
    assertThat(drawing.marks()).hasSize(12).noneMatch(Mark::folded);
    assertThat(drawing.labels()).hasSize(12);
  }

  @Test
  void laterEventsStandFurtherRight() {
    Timeline story = Stories.versions();
    TimelineLayout layout = layout(story);
    List<Event> events = story.events();
    for (int i = 1; i < events.size(); i++) {
      assertThat(layout.unitOf(events.get(i)) - layout.unitOf(events.get(i - 1)))
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void longQuietTimeIsFoldedAndSaysSo() {
    Drawing drawing = drawn(Stories.bracket(), 1400, true);
    assertThat(drawing.folds())
        .singleElement()
        .satisfies(fold -> assertThat(fold.text()).isEqualTo("23 quiet days folded"));
  }

  @Test
  void datesOnTheAxisDoNotOverlap() {
    for (double width : new double[] {300, 800, 1400}) {
      for (Timeline story : List.of(Stories.bracket(), Stories.quick(), Stories.versions())) {
        Drawing drawing = drawn(story, width, true);
        List<Drawing.Tick> ticks = drawing.ticks();
        for (Drawing.Tick a : ticks) {
          for (Drawing.Tick b : ticks) {
            if (a != b) {
              boolean apart =
                  a.textX() + WIDTHS.of(a.text(), false) <= b.textX()
                      || b.textX() + WIDTHS.of(b.text(), false) <= a.textX();
              assertThat(apart).as(a + " and " + b).isTrue();
            }
          }
        }
      }
    }
  }

  @Test
  void eventsTooNearToStandApartBecomeOneMarkThatCountsThem() {
    Drawing drawing = drawn(Stories.ofMany(1000), 900, false);
    assertThat(drawing.marks()).hasSizeLessThan(4 * 60).anyMatch(Mark::folded);
    assertThat(drawing.marks().stream().mapToInt(mark -> mark.events().size()).sum())
        .isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 450, 900})
  void comingNearNeverDrawsThousandsOfArrows(double place) {
    Timeline story = Stories.verifiedOften(4000);
    TimelineLayout layout = layout(story);
    Zoom near = Zoom.fit(900, layout.units()).around(place, 1000);
    Drawing drawing = layout.draw(near, 100, 200, true, OptionalInt.empty());
    assertThat(drawing.marks().size()).isLessThan(100);
    assertThat(drawing.arrows()).isNotEmpty().hasSizeLessThan(250);
  }

  @Test
  void aFewArrowsThatCrossThePictureAreDrawnAndTheSelectedOneAlways() {
    Timeline story = Stories.verifiedOften(4000);
    TimelineLayout layout = layout(story);
    Zoom near = Zoom.fit(900, layout.units()).around(450, 1000);
    Event last = story.events().getLast();
    assertThat(near.x(layout.unitOf(last))).isGreaterThan(2000);
    assertThat(near.x(layout.unitOf(story.events().getFirst()))).isLessThan(-2000);
    Drawing drawing = layout.draw(near, 100, 200, true, OptionalInt.of(last.id()));
    assertThat(drawing.arrows()).filteredOn(Drawing.Arrow::selected).hasSize(1);
    assertThat(drawing.arrows().size()).isGreaterThan(drawing.marks().size() + 5);
  }

  @Test
  void zoomingKeepsTheMomentUnderThePointer() {
    Zoom fit = Zoom.fit(900, 40);
    double unit = fit.offset() + (500 - TimelineLayout.MARGIN) / fit.perUnit();
    Zoom near = fit.around(500, 4);
    assertThat(near.x(unit)).isEqualTo(500, org.assertj.core.data.Offset.offset(0.01));
    assertThat(near.around(500, 0.01).isFit()).isTrue();
  }

  @Test
  void everyKindOfEventHasAShapeOfItsOwnExceptTheTwoSends() {
    long shapes =
        java.util.stream.Stream.of(EventKind.values())
            .map(kind -> MarkShape.of(kind).body() + MarkShape.of(kind).detail())
            .distinct()
            .count();
    assertThat(shapes).isEqualTo(EventKind.values().length - 1);
  }

  @Test
  void theExportedPictureIsWellFormedAndHoldsEveryMark() throws Exception {
    Timeline story = Stories.versions();
    String svg =
        new SvgTimeline(story, layout(story), WIDTHS)
            .write("<bracket> & \"co\" \u0007", "now", ".body { fill: black; }");
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("title").getLength())
        .isEqualTo(1 + story.events().size());
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("<bracket> & \"co\" ");
  }
}
