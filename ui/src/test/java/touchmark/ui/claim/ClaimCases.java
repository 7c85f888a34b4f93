package touchmark.ui.claim;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import touchmark.app.inspect.Inspection;
import touchmark.app.usecase.ClaimProposal;
import touchmark.app.usecase.ClaimRequest;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Recorded;
import touchmark.ui.cases.Cases;
import touchmark.ui.cases.Parts;
import touchmark.ui.claim.ClaimDesk.Source;

/// Proposals as the station would make them.
final class ClaimCases {
  static final Source V2 = new Source(Cases.fingerprint("bracket v2"), "bracket v2, yours");
  static final Source GEAR = new Source(Cases.fingerprint("gear"), "gear-24 v1, yours");
  static final Instant FEBRUARY = Instant.parse("2026-02-04T09:00:00Z");

  private ClaimCases() {}

  static ClaimProposal free(Path file, boolean sound, String... warnings) {
    return proposal(file, sound, Optional.empty(), Optional.empty(), warnings);
  }

  static ClaimProposal takenBy(Path file, String owner) {
    return proposal(
        file,
        true,
        Optional.of(Cases.sent(Cases.BOLT, Cases.ACME, "any", false, 1102, FEBRUARY)),
        Optional.of(owner));
  }

  private static ClaimProposal proposal(
      Path file,
      boolean sound,
      Optional<Recorded> earlier,
      Optional<String> owner,
      String... warnings) {
    Inspection inspection = Parts.bracket(file.getFileName().toString(), sound);
    return new ClaimProposal(
        new ClaimRequest(
            file,
            inspection.file().fingerprint(),
            "bracket",
            List.of("v3"),
            List.of(),
            DataType.GEOMETRY_3D,
            List.of(V2.fingerprint()),
            false,
            Optional.empty()),
        inspection,
        earlier,
        owner,
        List.of(warnings));
  }
}
