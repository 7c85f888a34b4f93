package touchmark.ui.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Timeline;
import touchmark.ui.support.Messages;

class ProvenanceModelTest {
  private final ProvenanceModel model = new ProvenanceModel();

  private String selected() {
    return model.selectedProperty().get().map(Event::label).orElse("");
  }

  @Test
  void theKeysWalkTheEventsInTheirOrder() {
    model.show(Stories.bracket());
    model.next();
    model.next();
    assertThat(selected()).isEqualTo("send");
    model.previous();
    model.previous();
    assertThat(selected()).isEqualTo("claim");
    model.last();
    model.next();
    assertThat(selected()).isEqualTo("other bytes");
    model.first();
    assertThat(selected()).isEqualTo("claim");
  }

  @Test
  void downGoesToTheNearestEventOfTheNextLane() {
    model.show(Stories.bracket());
    model.first();
    model.down();
    assertThat(model.laneName(model.selectedProperty().get().orElseThrow())).isEqualTo("Bolt Ltd");
    model.up();
    assertThat(selected()).isEqualTo("send");
    model.up();
    assertThat(selected()).isEqualTo("send");
  }

  @Test
  void theSelectionStaysWhenTheSameStoryIsToldAgain() {
    Timeline story = Stories.bracket();
    model.show(story);
    model.last();
    model.show(Stories.bracket());
    assertThat(selected()).isEqualTo("other bytes");
    model.clear();
    assertThat(selected()).isEmpty();
    model.next();
    assertThat(selected()).isEmpty();
  }

  @Test
  void everyKindOfEventHasAWord() {
    Messages words = Messages.of("provenance");
    for (EventKind kind : EventKind.values()) {
      assertThat(words.text("kind", kind)).isNotBlank();
    }
  }
}
