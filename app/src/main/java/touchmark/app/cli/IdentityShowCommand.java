package touchmark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import touchmark.app.Identities;
import touchmark.app.Touchmark;
import touchmark.app.contacts.Contacts;
import touchmark.app.usecase.Party;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.KeyRingException;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.ResourceId;

@Command(name = "show", description = "The party that acts (--as), and its certificates.")
final class IdentityShowCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  IdentityShowCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::show);
  }

  private ExitCode show(Touchmark station) throws Exception {
    Party party = root.party(station);
    Rows rows = new Rows("  ");
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", party.resource().value());
    document.put("name", party.name());
    document.put("signedBy", party.signedBy().map(ResourceId::value).orElse(null));
    rows.add("signs for it", party.signedBy().map(ResourceId::value).orElse("nobody here"));
    party.signedBy().ifPresent(person -> rows.add("her details", details(person, station)));
    Map<String, String> certificates = new LinkedHashMap<>();
    station.keys().ifPresent(ring -> list(ring, party, certificates));
    certificates.forEach((use, hash) -> rows.add(use + " certificate", hash));
    document.put("certificates", certificates);
    if (station.keys().isPresent()) {
      showCompany(station.identities(), party, rows, document);
    }
    root.printer().line(party.name() + " (" + party.resource() + ")");
    root.printer().rows(rows);
    root.printer().document(document);
    return ExitCode.OK;
  }

  /// How the details that are kept here stand to what the chain holds of them.
  private static String details(ResourceId person, Touchmark station) {
    Optional<Commitment> committed = station.ledger().details(person);
    Optional<Contacts.Contact> contact = station.contacts().find(person);
    if (committed.isEmpty()) {
      return "none on the ledger";
    }
    if (contact.isEmpty()) {
      return "erased here; the ledger holds only a seal of them";
    }
    return contact.get().opens(committed.get())
        ? "kept here, as the ledger sealed them"
        : "kept here, and not those that the ledger sealed";
  }

  private void showCompany(
      Identities identities, Party party, Rows rows, Map<String, @Nullable Object> document)
      throws KeyRingException {
    Map<String, String> company = new LinkedHashMap<>();
    List<ResourceId> owners = new ArrayList<>(List.of(party.resource()));
    party.signedBy().filter(person -> !owners.contains(person)).ifPresent(owners::add);
    for (ResourceId owner : owners) {
      try {
        identities
            .companyCertificate(owner)
            .ifPresent(
                path -> {
                  rows.add(owner + " in the company", path.subject());
                  company.put(owner.value(), path.subject());
                });
      } catch (BadCertificateException e) {
        root.warn("The company certificate of " + owner + " is not good: " + e.getMessage() + ".");
      }
    }
    document.put("companyCertificates", company);
  }

  /// Names the SHA-256 of each certificate that this home holds a key for.
  private static void list(KeyRing ring, Party party, Map<String, String> certificates) {
    ring.organization(party.resource())
        .ifPresent(
            keys -> {
              certificates.put("authority", hash(keys.authority()));
              certificates.put("sealing", hash(keys.sealer()));
            });
    party
        .signedBy()
        .flatMap(ring::person)
        .ifPresent(keys -> certificates.put("person's", hash(keys.signing())));
  }

  private static String hash(SigningKey key) {
    return key.certificateHash().hex();
  }
}
