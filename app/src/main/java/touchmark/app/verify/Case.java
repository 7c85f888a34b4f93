package touchmark.app.verify;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import touchmark.app.contacts.Names;
import touchmark.app.difference.Difference;
import touchmark.app.difference.OutlineComparison;
import touchmark.app.inspect.Inspection;
import touchmark.ledger.Ledger;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// What the seven questions are asked about: a file in hand, and what is registered as it, or in
/// its place.
///
/// @param party for whom the file is verified
/// @param exact the registration of exactly these bytes
/// @param counterpart without an exact one: the registered file whose name this one bears
/// @param lookalike without either: a registered file of the same shape
/// @param difference from the counterpart to the file in hand, when the vault has the counterpart
/// @param outlines compares a sliced file with the vault's copy of a model; empty where there is
///   none, or no way to compare
/// @param now the station's time
record Case(
    Inspection inspection,
    ResourceId party,
    Optional<Registered> exact,
    Optional<Registered> counterpart,
    Optional<Registered> lookalike,
    Optional<Difference> difference,
    Ledger ledger,
    Names names,
    Function<Fingerprint, Optional<OutlineComparison>> outlines,
    Instant now) {

  Fingerprint fingerprint() {
    return inspection.file().fingerprint();
  }

  /// The registration that authenticity, ownership, right and soundness are judged by.
  Optional<Registered> registered() {
    return exact.or(() -> counterpart);
  }

  /// Introduces sentences about a counterpart: the file in hand is not it.
  String subject() {
    return exact.isPresent() ? "It" : "The registered file";
  }
}
