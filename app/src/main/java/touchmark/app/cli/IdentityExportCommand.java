package touchmark.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.app.disk.WholeFile;
import touchmark.app.usecase.Party;
import touchmark.ledger.crypto.CertificateText;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "export",
    description =
        "The party's certificates as PEM; or, under a password of its own, a backup of the person's"
            + " key, or the organization's authority key to be kept offline. Replaces no file.")
final class IdentityExportCommand implements Callable<Integer> {
  @ArgGroup(exclusive = true)
  private @Nullable Destination destination;

  private final TouchmarkCommand root;

  IdentityExportCommand(TouchmarkCommand root) {
    this.root = root;
  }

  /// What is written, and where to.
  static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "the certificates, as PEM; default: printed")
    private @Nullable Path certificates;

    @Option(
        names = "--backup",
        paramLabel = "FILE",
        description = "a backup of the person's key, as PKCS#12")
    private @Nullable Path backup;

    @Option(
        names = "--authority",
        paramLabel = "FILE",
        description =
            "moves the organization's authority key there, as PKCS#12, and out of this home; name"
                + " the file with --authority-key when it is needed")
    private @Nullable Path authority;
  }

  /// Writes a file under its password.
  private interface Writing {
    void to(Path file, char[] password) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::export);
  }

  private ExitCode export(Touchmark station) throws Exception {
    Identities identities = station.identities();
    Party party = root.party(station);
    ResourceId organization = party.resource();
    if (destination != null && destination.backup != null) {
      ResourceId person = Signers.of(party);
      underPassword(
          destination.backup, (file, password) -> identities.backUp(person, file, password));
      return written(
          "Wrote a backup of the key of " + person + " to " + destination.backup + ".",
          destination.backup);
    }
    if (destination != null && destination.authority != null) {
      underPassword(
          destination.authority,
          (file, password) -> identities.moveAuthority(organization, file, password));
      return written(
          "Moved the authority key of "
              + organization
              + " to "
              + destination.authority
              + "; this home holds it no more. Keep the file and its password apart, and a copy of"
              + " both: without them nobody can be enrolled, rotated or revoked.",
          destination.authority);
    }
    List<Bytes> certificates = identities.exported(organization);
    String pem = CertificateText.pem(certificates);
    if (destination != null && destination.certificates != null) {
      WholeFile.writeNew(destination.certificates, pem);
      return written(
          "Wrote " + certificates.size() + " certificates to " + destination.certificates + ".",
          destination.certificates);
    }
    pem.lines().forEach(root.printer()::line);
    root.printer().document(Map.of("certificates", pem));
    return ExitCode.OK;
  }

  private void underPassword(Path file, Writing writing) throws Exception {
    char[] password = root.filePasswords().fresh();
    try {
      writing.to(file, password);
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private ExitCode written(String sentence, Path file) {
    root.printer().line(sentence);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    root.printer().document(document);
    return ExitCode.OK;
  }
}
