package touchmark.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateText;
import touchmark.ledger.crypto.CompanyCertificates;
import touchmark.ledger.crypto.PersonFile;
import touchmark.ledger.crypto.token.TokenChoice;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

@Command(
    name = "import",
    description =
        "Certificates that the company's own authority issued for keys of this home (PEM, DER,"
            + " PKCS#7), with those of its authorities; a key with its certificates (PKCS#12, or in"
            + " a token), which makes a person; or a person's backup (PKCS#12).")
final class IdentityImportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "certificates, or one PKCS#12 file")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--key-label",
      paramLabel = "LABEL",
      description = "which key in the token, where it holds several")
  private @Nullable String keyLabel;

  @Option(
      names = "--person",
      paramLabel = "\"FIRST LAST\"",
      description = "whose key it is; stays off the ledger")
  private @Nullable String person;

  @Option(names = "--email", paramLabel = "E", description = "her e-mail; stays off the ledger")
  private @Nullable String email;

  @Mixin private final KeyOptions token = new KeyOptions();
  private final TouchmarkCommand root;

  IdentityImportCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    token.requireNoKind("An imported key is as it is");
    Optional<TokenChoice> choice = token.token();
    if (files.isEmpty() && choice.isEmpty()) {
      throw new Problem(ExitCode.USAGE, "Name files to import, or a token with --pkcs11 LIBRARY.");
    }
    return root.atHome(station -> take(station, choice));
  }

  private ExitCode take(Touchmark station, Optional<TokenChoice> choice) throws Exception {
    Identities identities = station.identities();
    if (choice.isPresent()) {
      PersonFile.Content.CompanyKey found =
          identities.look(choice.get(), Optional.ofNullable(keyLabel));
      List<Bytes> all = new ArrayList<>(found.certificates());
      all.addAll(certificates());
      return addPerson(station, new PersonFile.Content.CompanyKey(found.key(), all));
    }
    Path first = InputFiles.check(files.getFirst());
    if (isPkcs12(first)) {
      if (files.size() > 1) {
        throw new Problem(ExitCode.USAGE, "A PKCS#12 file is imported alone.");
      }
      return takeKeyFile(station, first);
    }
    CompanyCertificates.Taken taken = identities.take(certificates());
    root.printer()
        .line(
            "%s has the company certificate of %s, issued below %s."
                .formatted(taken.owner(), taken.path().subject(), taken.path().anchor()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("of", taken.owner().value());
    document.put("subject", taken.path().subject());
    document.put("anchor", taken.path().anchor());
    document.put("notAfter", taken.path().notAfter().toString());
    root.printer().document(document);
    return ExitCode.OK;
  }

  private ExitCode takeKeyFile(Touchmark station, Path file) throws Exception {
    char[] password = root.filePasswords().existing(" " + file);
    try {
      return switch (station.identities().look(file, password)) {
        case PersonFile.Content.CompanyKey key -> addPerson(station, key);
        case PersonFile.Content.Backup backup -> {
          ResourceId restored = station.identities().restore(file, password);
          root.printer().line("The key of " + restored + " is in this home again.");
          root.printer()
              .document(
                  Map.of("person", restored.value(), "organization", backup.belongsTo().value()));
          yield ExitCode.OK;
        }
      };
    } finally {
      Arrays.fill(password, ' ');
    }
  }

  private ExitCode addPerson(Touchmark station, PersonFile.Content.CompanyKey key)
      throws Exception {
    ResourceId organization = root.party(station).resource();
    ResourceId added =
        station
            .identities()
            .addPerson(
                new Identities.NewPerson(
                    organization, Optional.ofNullable(person), Optional.ofNullable(email)),
                key);
    AddedPerson.print(root.printer(), added, organization);
    return ExitCode.OK;
  }

  private List<Bytes> certificates() throws Exception {
    List<Bytes> all = new ArrayList<>();
    for (Path file : files) {
      InputFiles.check(file);
      try {
        if (Files.size(file) > CertificateText.LARGEST) {
          throw new BadCertificateException(
              "it has %d bytes, at most %d are read"
                  .formatted(Files.size(file), CertificateText.LARGEST));
        }
        all.addAll(CertificateText.read(Files.readAllBytes(file)));
      } catch (BadCertificateException e) {
        throw new Problem(ExitCode.BAD_INPUT, file + ": " + e.getMessage() + ".", e);
      }
    }
    return all.stream().distinct().toList();
  }

  /// By its name, as other tools tell them apart: both begin like any DER.
  private static boolean isPkcs12(Path file) {
    String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
    return name.endsWith(".p12") || name.endsWith(".pfx");
  }
}
