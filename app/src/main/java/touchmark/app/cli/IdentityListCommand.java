package touchmark.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import touchmark.app.HeldCertificate;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.Organization;

@Command(name = "list", description = "Every member, and whom this home can act for.")
final class IdentityListCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  IdentityListCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::list);
  }

  private ExitCode list(Touchmark station) throws HomeException {
    List<Party> own = station.parties();
    List<Organization> members = station.ledger().organizations();
    Rows rows = new Rows("");
    for (Organization member : members) {
      boolean here = actsFor(own, member);
      rows.add(
          member.orgOrPersId().value(),
          member.displayName() + (here ? " (this home can act for it)" : ""));
    }
    List<HeldCertificate> certificates = CertificateNotes.of(station);
    root.printer().rows(rows);
    root.printer().rows(expiries(certificates));
    CertificateNotes.warn(root, certificates);
    root.printer()
        .document(
            members.stream()
                .map(
                    member ->
                        Map.of(
                            "id", member.orgOrPersId().value(),
                            "name", member.displayName(),
                            "here", actsFor(own, member),
                            "certificates", CertificateNotes.json(of(certificates, member))))
                .toList());
    return ExitCode.OK;
  }

  private static Rows expiries(List<HeldCertificate> certificates) {
    Rows rows = new Rows("  ");
    for (HeldCertificate certificate : certificates) {
      rows.add(
          certificate.owner() + " " + certificate.use().word(),
          "until "
              + certificate.notAfter()
              + switch (certificate.place()) {
                case HOME -> "";
                case TOKEN -> ", key in a token";
                case OFFLINE -> ", key offline";
              }
              + switch (certificate.standing()) {
                case REVOKED -> ", REVOKED";
                case EXPIRED -> ", EXPIRED";
                case NOT_YET, EXPIRING, VALID -> "";
              });
    }
    return rows;
  }

  private static List<HeldCertificate> of(List<HeldCertificate> certificates, Organization member) {
    return certificates.stream()
        .filter(certificate -> certificate.organization().equals(member.orgOrPersId()))
        .toList();
  }

  private static boolean actsFor(List<Party> own, Organization member) {
    return own.stream().anyMatch(party -> party.resource().equals(member.orgOrPersId()));
  }
}
