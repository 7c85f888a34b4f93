package touchmark.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.app.disk.WholeFile;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "csr",
    description =
        "A certificate request (PKCS#10) by the key of the person who signs, for the company's own"
            + " certificate authority.")
final class IdentityCsrCommand implements Callable<Integer> {
  @Option(
      names = "--authority",
      description = "by the organization's authority key, instead of the person's")
  private boolean authority;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      description = "X.500 name, such as \"CN=Erin Berg,O=Acme GmbH,C=DE\"")
  private @Nullable String subject;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "where to, a new file; default: printed")
  private @Nullable Path output;

  private final TouchmarkCommand root;

  IdentityCsrCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::request);
  }

  private ExitCode request(Touchmark station) throws Exception {
    Identities identities = station.identities();
    Party party = root.party(station);
    Optional<String> name = Optional.ofNullable(subject);
    ResourceId owner = authority ? party.resource() : Signers.of(party);
    String pem =
        authority
            ? identities.requestForAuthority(owner, name)
            : identities.requestForPerson(owner, name);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("of", owner.value());
    if (output == null) {
      pem.lines().forEach(root.printer()::line);
      document.put("request", pem);
    } else {
      WholeFile.writeNew(output, pem);
      root.printer().line("Wrote the request of " + owner + " to " + output + ".");
      document.put("file", output.toString());
    }
    root.printer().document(document);
    return ExitCode.OK;
  }
}
