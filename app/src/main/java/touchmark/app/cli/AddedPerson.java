package touchmark.app.cli;

import java.util.Map;
import touchmark.ledger.model.ResourceId;

/// Says that a person can sign from now on.
final class AddedPerson {
  private AddedPerson() {}

  static void print(Printer printer, ResourceId person, ResourceId organization) {
    printer.line(
        "Enrolled '%s', who may sign for %s; act as her with --as %s@%s."
            .formatted(person, organization, person, organization));
    printer.document(Map.of("person", person.value(), "organization", organization.value()));
  }
}
