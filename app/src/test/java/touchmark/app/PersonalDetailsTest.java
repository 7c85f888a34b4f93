package touchmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.app.contacts.Contacts;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.ResourceId;

/// The chain never forgets, and a person's details can be forgotten all the same.
class PersonalDetailsTest {
  @TempDir Path directory;

  @Test
  void detailsAreVerifiableWhileTheyAreKeptAndTheChainIsWholeWithoutThem() throws Exception {
    try (Story story = Story.begin(directory.resolve("home"))) {
      Touchmark station = story.touchmark();
      ResourceId person = story.acme().signedBy().orElseThrow();
      Commitment committed = station.ledger().details(person).orElseThrow();
      Contacts.Contact kept = station.contacts().find(person).orElseThrow();

      assertThat(kept.opens(committed)).isTrue();
      PersonInOrganization details = kept.person();
      assertThat(
              new Contacts.Contact(
                      new PersonInOrganization(
                          person,
                          Optional.of("Another"),
                          details.lastName(),
                          details.email(),
                          details.belongsTo()),
                      kept.salt())
                  .opens(committed))
          .isFalse();

      assertThat(station.contacts().erase(person)).isTrue();
      assertThat(station.contacts().find(person)).isEmpty();
      assertThat(station.ledger().details(person)).contains(committed);
      assertThat(station.ledger().verify(Progress.SILENT).ok()).isTrue();
    }
  }
}
