package touchmark.ledger.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.model.Act;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.HashAlgorithm;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.RevocationReason;
import touchmark.ledger.model.StatedFinding;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.ValidatorChange;

/// Statements out of JSON; the mirror of [StatementWriter].
final class StatementReader {
  /// No text of a statement is longer; the records have their own, narrower bounds.
  private static final int LONGEST_TEXT = 2_000;

  private final Limits limits;

  StatementReader(Limits limits) {
    this.limits = limits;
  }

  Statement read(JsonObject json) throws MalformedException {
    String type = json.text("type", 64);
    Statement statement =
        switch (type) {
          case "RecordOwnership" -> recordOwnership(json);
          case "SendProductData" -> sendProductData(json);
          case "EnrolOrganization" -> enrolOrganization(json);
          case "EnrolPerson" -> enrolPerson(json);
          case "Delegate" -> delegate(json);
          case "TransferOwnership" -> transferOwnership(json);
          case "WithdrawVersion" -> withdrawVersion(json);
          case "Dispute" -> dispute(json);
          case "RegisterPart" -> registerPart(json);
          case "TransferPart" -> transferPart(json);
          case "RotateCertificate" -> rotateCertificate(json);
          case "RevokeCertificate" -> revokeCertificate(json);
          case "ChangeValidators" -> changeValidators(json);
          default ->
              throw new MalformedException(
                  json.at("type"), "a statement's type", "\"" + type + "\"");
        };
    json.end();
    return statement;
  }

  static ResourceId resource(JsonObject json, String key) throws MalformedException {
    String text = json.text(key, 64);
    return json.make(() -> new ResourceId(text));
  }

  private Statement recordOwnership(JsonObject json) throws MalformedException {
    ResourceId issuer = resource(json, "issuer");
    DigitalAsset productData = asset(json.object("productData"));
    List<StatedFinding> findings = json.objects("statedFindings", 32, StatementReader::finding);
    return json.make(() -> new Statement.RecordOwnership(issuer, productData, findings));
  }

  private static Statement sendProductData(JsonObject json) throws MalformedException {
    return new Statement.SendProductData(
        resource(json, "from"),
        resource(json, "to"),
        new Fingerprint(json.digest("productData")),
        json.flag("forward"));
  }

  private static Statement enrolOrganization(JsonObject json) throws MalformedException {
    Organization organization = organization(json.object("organization"));
    Bytes authority = json.base64("authorityCertificate", Bytes.LONGEST_CERTIFICATE);
    Bytes encryption = json.base64("encryptionCertificate", Bytes.LONGEST_CERTIFICATE);
    List<ResourceId> approvals = approvals(json);
    return json.make(
        () -> new Statement.EnrolOrganization(organization, authority, encryption, approvals));
  }

  private static List<ResourceId> approvals(JsonObject json) throws MalformedException {
    List<ResourceId> approvals = new ArrayList<>();
    for (String id : json.texts("approvedBy", Transaction.MOST_SIGNERS, 64)) {
      approvals.add(json.make(() -> new ResourceId(id)));
    }
    return approvals;
  }

  private static Statement enrolPerson(JsonObject json) throws MalformedException {
    ResourceId person = resource(json, "person");
    ResourceId belongsTo = resource(json, "belongsTo");
    Bytes certificate = json.base64("signingCertificate", Bytes.LONGEST_CERTIFICATE);
    Optional<Commitment> details =
        json.has("details")
            ? Optional.of(new Commitment(json.digest("details")))
            : Optional.empty();
    return json.make(() -> new Statement.EnrolPerson(person, belongsTo, certificate, details));
  }

  private static Statement delegate(JsonObject json) throws MalformedException {
    ResourceId organization = resource(json, "organization");
    ResourceId person = resource(json, "person");
    Set<Act> acts = json.constants("acts", Act.class);
    return json.make(() -> new Statement.Delegate(organization, person, acts));
  }

  private static Statement transferOwnership(JsonObject json) throws MalformedException {
    ResourceId from = resource(json, "from");
    ResourceId to = resource(json, "to");
    Fingerprint productData = new Fingerprint(json.digest("productData"));
    return json.make(() -> new Statement.TransferOwnership(from, to, productData));
  }

  private static Statement withdrawVersion(JsonObject json) throws MalformedException {
    return new Statement.WithdrawVersion(
        resource(json, "owner"), new Fingerprint(json.digest("productData")));
  }

  private static Statement dispute(JsonObject json) throws MalformedException {
    return new Statement.Dispute(
        resource(json, "issuer"),
        new Fingerprint(json.digest("productData")),
        new Commitment(json.digest("reason")));
  }

  private static Statement registerPart(JsonObject json) throws MalformedException {
    return new Statement.RegisterPart(part(json), new Fingerprint(json.digest("productData")));
  }

  private static Statement transferPart(JsonObject json) throws MalformedException {
    ResourceId from = resource(json, "from");
    ResourceId to = resource(json, "to");
    PartId part = part(json);
    return json.make(() -> new Statement.TransferPart(from, to, part));
  }

  private static PartId part(JsonObject json) throws MalformedException {
    ResourceId maker = resource(json, "maker");
    String serialNumber = json.text("serialNumber", PartId.LONGEST_NUMBER);
    return json.make(() -> new PartId(maker, serialNumber));
  }

  private static Statement rotateCertificate(JsonObject json) throws MalformedException {
    ResourceId organization = resource(json, "organization");
    ResourceId subject = resource(json, "subject");
    Bytes certificate = json.base64("certificate", Bytes.LONGEST_CERTIFICATE);
    return json.make(() -> new Statement.RotateCertificate(organization, subject, certificate));
  }

  private static Statement revokeCertificate(JsonObject json) throws MalformedException {
    return new Statement.RevokeCertificate(
        resource(json, "organization"),
        new CertificateHash(json.digest("certificate")),
        json.constant("reason", RevocationReason.class));
  }

  private static Statement changeValidators(JsonObject json) throws MalformedException {
    ValidatorChange change = validatorChange(json);
    long activationHeight = json.wholeLong("activationHeight", 1, Long.MAX_VALUE);
    List<ResourceId> approvals = approvals(json);
    return json.make(() -> new Statement.ChangeValidators(change, activationHeight, approvals));
  }

  private static ValidatorChange validatorChange(JsonObject json) throws MalformedException {
    String change = json.text("change", 64);
    ResourceId organization = resource(json, "organization");
    return switch (change) {
      case "ADD" -> {
        Bytes certificate = json.base64("sealingCertificate", Bytes.LONGEST_CERTIFICATE);
        yield json.make(() -> new ValidatorChange.Add(organization, certificate));
      }
      case "REMOVE" -> new ValidatorChange.Remove(organization);
      case "RESEAL" -> {
        Bytes certificate = json.base64("sealingCertificate", Bytes.LONGEST_CERTIFICATE);
        yield json.make(() -> new ValidatorChange.Reseal(organization, certificate));
      }
      default ->
          throw new MalformedException(
              json.at("change"), "one of [ADD, REMOVE, RESEAL]", "\"" + change + "\"");
    };
  }

  private static StatedFinding finding(JsonObject json) throws MalformedException {
    String code = json.text("code", LONGEST_TEXT);
    int count = json.whole("count", 1, Integer.MAX_VALUE);
    return json.make(() -> new StatedFinding(code, count));
  }

  private DigitalAsset asset(JsonObject json) throws MalformedException {
    Fingerprint fingerprint = new Fingerprint(json.digest("fingerprint"));
    HashAlgorithm hashAlgo = hashAlgorithm(json);
    boolean isPublic = json.flag("isPublic");
    Optional<String> doi = json.optionalText("doi", LONGEST_TEXT);
    Optional<String> doiNoRedirect = json.optionalText("doiNoRedirect", LONGEST_TEXT);
    ProductFile file = file(json.object("file"));
    json.end();
    return json.make(
        () -> new DigitalAsset(fingerprint, hashAlgo, isPublic, doi, doiNoRedirect, file));
  }

  private static HashAlgorithm hashAlgorithm(JsonObject json) throws MalformedException {
    String label = json.text("hashAlgo", 64);
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      if (algorithm.label().equals(label)) {
        return algorithm;
      }
    }
    throw new MalformedException(
        json.at("hashAlgo"), HashAlgorithm.SHA_256.label(), "\"" + label + "\"");
  }

  private ProductFile file(JsonObject json) throws MalformedException {
    FileLabels labels =
        json.has("clear") ? clear(json.object("clear")) : sealed(json.object("sealed"));
    DataType dataType = json.constant("dataType", DataType.class);
    List<Fingerprint> sources =
        json.digests("derivedFrom", ProductFile.MOST_SOURCES).stream()
            .map(Fingerprint::new)
            .toList();
    json.end();
    return json.make(() -> new ProductFile(labels, dataType, sources));
  }

  private FileLabels clear(JsonObject json) throws MalformedException {
    String id = json.text("id", LONGEST_TEXT);
    List<String> versions = json.texts("versionIds", limits.mostVersions(), LONGEST_TEXT);
    List<String> descriptions =
        json.texts("descriptions", FileLabels.MOST_DESCRIPTIONS, limits.longestDescription());
    json.end();
    return json.make(() -> new FileLabels.Clear(id, versions, descriptions));
  }

  private FileLabels sealed(JsonObject json) throws MalformedException {
    Commitment id = new Commitment(json.digest("id"));
    List<Commitment> versions = commitments(json.digests("versionIds", limits.mostVersions()));
    List<Commitment> descriptions =
        commitments(json.digests("descriptions", FileLabels.MOST_DESCRIPTIONS));
    json.end();
    return json.make(() -> new FileLabels.Sealed(id, versions, descriptions));
  }

  private static List<Commitment> commitments(List<Digest> digests) {
    return digests.stream().map(Commitment::new).toList();
  }

  private static Organization organization(JsonObject json) throws MalformedException {
    ResourceId id = resource(json, "orgOrPersId");
    Optional<String> name = json.optionalText("name", LONGEST_TEXT);
    Optional<String> url = json.optionalText("url", LONGEST_TEXT);
    Address address = address(json.object("address"));
    json.end();
    return json.make(() -> new Organization(id, name, url, address));
  }

  private static Address address(JsonObject json) throws MalformedException {
    String street = json.text("street", LONGEST_TEXT);
    Optional<String> streetNumber = json.optionalText("streetNumber", LONGEST_TEXT);
    String town = json.text("town", LONGEST_TEXT);
    Optional<String> region = json.optionalText("region", LONGEST_TEXT);
    Optional<String> postalCode = json.optionalText("postalCode", LONGEST_TEXT);
    Optional<String> postalBox = json.optionalText("postalBox", LONGEST_TEXT);
    String country = json.text("country", LONGEST_TEXT);
    json.end();
    return json.make(
        () -> new Address(street, streetNumber, town, region, postalCode, postalBox, country));
  }
}
