package touchmark.ledger.crypto;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.ledger.model.ResourceId;

/// How a key store names an organization's keys, `acme/authority`, and a person's, `erin@acme`.
/// Resource ids hold neither sign.
enum Alias {
  AUTHORITY("authority"),
  SEALING("sealing"),
  ENCRYPTION("encryption"),
  CHECKPOINT_LOG("checkpoint-log"),
  CHECKPOINT_ED25519("checkpoint-ed25519"),
  CHECKPOINT_ML_DSA_44("checkpoint-ml-dsa-44");

  /// A key that is made, but not yet recorded on the ledger.
  private static final String NEXT = "/next";

  private static final Pattern PERSON = Pattern.compile("([^/@]+)@([^/@]+)");

  private final String unit;

  Alias(String unit) {
    this.unit = unit;
  }

  /// Also the certificate's organizational unit.
  String unit() {
    return unit;
  }

  String of(ResourceId organization) {
    return organization + "/" + unit;
  }

  Optional<ResourceId> resource(String alias) {
    String end = "/" + unit;
    return alias.endsWith(end)
        ? id(alias.substring(0, alias.length() - end.length()))
        : Optional.empty();
  }

  static String ofPerson(ResourceId person, ResourceId belongsTo) {
    return person + "@" + belongsTo;
  }

  static Optional<Person> person(String alias) {
    Matcher parts = PERSON.matcher(alias);
    return parts.matches()
        ? id(parts.group(1)).flatMap(p -> id(parts.group(2)).map(o -> new Person(p, o)))
        : Optional.empty();
  }

  /// Where the successor of a key waits.
  static String nextOf(String alias) {
    return alias + NEXT;
  }

  /// Where the n-th former key is kept, from 1.
  static String formerOf(String alias, int number) {
    return alias + "/former." + number;
  }

  /// Where the n-th certificate of a company's own path is kept, from 0, the one of the key first.
  static String companyOf(String alias, int number) {
    return alias + "/company." + number;
  }

  /// Where the certificate is kept by which the organization binds a company certificate.
  static String bindingOf(String alias) {
    return alias + "/binding";
  }

  record Person(ResourceId id, ResourceId belongsTo) {}

  private static Optional<ResourceId> id(String text) {
    return ResourceId.isOne(text) ? Optional.of(new ResourceId(text)) : Optional.empty();
  }
}
