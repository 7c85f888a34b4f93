package touchmark.ui.provenance;

import java.util.ArrayList;
import java.util.List;
import touchmark.app.timeline.Event;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.Signer;
import touchmark.ui.control.ShortHash;
import touchmark.ui.support.Messages;

/// What the evidence card lists of one event: only what this station has on record.
final class EventFacts {
  /// One line.
  ///
  /// @param copy the whole value to copy, empty where the shown one is whole
  record Fact(String name, String value, String copy) {}

  private final Messages words;
  private final StoryWords story;

  EventFacts(Messages words, StoryWords story) {
    this.words = words;
    this.story = story;
  }

  List<Fact> of(Event event, String laneName) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("when", story.moment(event.at())));
    facts.add(fact("who", laneName));
    facts.add(fact("state", state(event)));
    facts.add(hash(words.text("fact.file"), event.fingerprint().hex()));
    event
        .recorded()
        .ifPresent(
            recorded -> {
              facts.add(hash(words.text("fact.transaction"), recorded.transaction().txId().hex()));
              for (Signer signer : recorded.transaction().signers()) {
                facts.add(
                    hash(
                        signer.resource().equals(event.lane())
                            ? words.text("fact.certificate")
                            : words.text("fact.certificate.of", signer.resource().value()),
                        signer.certificate().hex()));
              }
            });
    return facts;
  }

  private String state(Event event) {
    return event
        .recorded()
        .map(Recorded::position)
        .map(
            position ->
                words.text(
                    event.isFinal() ? "state.final" : "state.provisional",
                    Long.toString(position.height())))
        .orElseGet(() -> words.text("state.unrecorded"));
  }

  private Fact fact(String key, String value) {
    return new Fact(words.text("fact." + key), value, "");
  }

  private static Fact hash(String name, String hex) {
    return new Fact(name, ShortHash.of(hex), hex);
  }
}
