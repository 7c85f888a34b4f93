package touchmark.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.Outcome;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.RevocationReason;

@Command(
    name = "revoke",
    description =
        "Makes a certificate count no more, from the block on that holds this; nothing is undone.")
final class IdentityRevokeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PERSON_OR_CERTIFICATE",
      description = "a person's id, or the SHA-256 of a certificate")
  private String whose = "";

  @Option(names = "--reason", paramLabel = "REASON", description = "${COMPLETION-CANDIDATES}")
  private RevocationReason reason = RevocationReason.UNSPECIFIED;

  private final TouchmarkCommand root;

  IdentityRevokeCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::revoke);
  }

  private ExitCode revoke(Touchmark station) throws Exception {
    Party party = root.party(station);
    CertificateHash certificate = certificate(station);
    Outcome outcome = station.people().revoke(certificate, reason, party);
    return new Outcomes(root.printer())
        .printAlone(
            whose, whose + ": the certificate " + certificate.hex() + " counts no more", outcome);
  }

  private CertificateHash certificate(Touchmark station) throws Problem {
    if (whose.matches("[0-9a-fA-F]{64}")) {
      return CertificateHash.parse(whose);
    }
    return station
        .people()
        .certificateOf(TouchmarkCommand.resource(whose))
        .orElseThrow(
            () ->
                new Problem(
                    ExitCode.UNKNOWN,
                    "'" + whose + "' is no person with a certificate that counts."));
  }
}
