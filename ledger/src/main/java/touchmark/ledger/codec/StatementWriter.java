package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.DigitalAsset;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Organization;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ProductFile;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.ValidatorChange;

/// Statements to JSON. Keys stand in the order of the records' components; optional ones are left
/// out when empty; lists are always there.
final class StatementWriter {
  private StatementWriter() {}

  static void write(Statement statement, ObjectNode json) {
    json.put("type", statement.getClass().getSimpleName());
    switch (statement) {
      case Statement.RecordOwnership claim -> {
        json.put("issuer", claim.issuer().value());
        asset(claim.productData(), json.putObject("productData"));
        ArrayNode findings = json.putArray("statedFindings");
        claim
            .statedFindings()
            .forEach(f -> findings.addObject().put("code", f.code()).put("count", f.count()));
      }
      case Statement.SendProductData send ->
          json.put("from", send.from().value())
              .put("to", send.to().value())
              .put("productData", send.productData().hex())
              .put("forward", send.forward());
      case Statement.EnrolOrganization enrolment -> {
        organization(enrolment.organization(), json.putObject("organization"));
        json.put("authorityCertificate", base64(enrolment.authorityCertificate()));
        json.put("encryptionCertificate", base64(enrolment.encryptionCertificate()));
        ArrayNode approvals = json.putArray("approvedBy");
        enrolment.approvedBy().forEach(by -> approvals.add(by.value()));
      }
      case Statement.EnrolPerson enrolment -> {
        json.put("person", enrolment.person().value())
            .put("belongsTo", enrolment.belongsTo().value())
            .put("signingCertificate", base64(enrolment.signingCertificate()));
        enrolment.details().ifPresent(details -> json.put("details", details.hex()));
      }
      case Statement.Delegate delegation -> {
        json.put("organization", delegation.organization().value())
            .put("person", delegation.person().value());
        ArrayNode acts = json.putArray("acts");
        delegation.acts().stream().sorted().forEach(act -> acts.add(act.name()));
      }
      case Statement.TransferOwnership transfer ->
          json.put("from", transfer.from().value())
              .put("to", transfer.to().value())
              .put("productData", transfer.productData().hex());
      case Statement.WithdrawVersion withdrawal ->
          json.put("owner", withdrawal.owner().value())
              .put("productData", withdrawal.productData().hex());
      case Statement.Dispute dispute ->
          json.put("issuer", dispute.issuer().value())
              .put("productData", dispute.productData().hex())
              .put("reason", dispute.reason().hex());
      case Statement.RegisterPart part -> {
        part(part.part(), json);
        json.put("productData", part.productData().hex());
      }
      case Statement.TransferPart transfer -> {
        json.put("from", transfer.from().value()).put("to", transfer.to().value());
        part(transfer.part(), json);
      }
      case Statement.RotateCertificate rotation ->
          json.put("organization", rotation.organization().value())
              .put("subject", rotation.subject().value())
              .put("certificate", base64(rotation.certificate()));
      case Statement.RevokeCertificate revocation ->
          json.put("organization", revocation.organization().value())
              .put("certificate", revocation.certificate().hex())
              .put("reason", revocation.reason().name());
      case Statement.ChangeValidators change -> {
        validatorChange(change.change(), json);
        json.put("activationHeight", change.activationHeight());
        ArrayNode approvals = json.putArray("approvedBy");
        change.approvedBy().forEach(by -> approvals.add(by.value()));
      }
    }
  }

  private static void part(PartId part, ObjectNode json) {
    json.put("maker", part.maker().value()).put("serialNumber", part.serialNumber());
  }

  private static void validatorChange(ValidatorChange change, ObjectNode json) {
    switch (change) {
      case ValidatorChange.Add add -> {
        json.put("change", "ADD").put("organization", add.organization().value());
        json.put("sealingCertificate", base64(add.sealingCertificate()));
      }
      case ValidatorChange.Remove remove ->
          json.put("change", "REMOVE").put("organization", remove.organization().value());
      case ValidatorChange.Reseal reseal -> {
        json.put("change", "RESEAL").put("organization", reseal.organization().value());
        json.put("sealingCertificate", base64(reseal.sealingCertificate()));
      }
    }
  }

  private static void asset(DigitalAsset asset, ObjectNode json) {
    json.put("fingerprint", asset.fingerprint().hex())
        .put("hashAlgo", asset.hashAlgo().label())
        .put("isPublic", asset.isPublic());
    asset.doi().ifPresent(doi -> json.put("doi", doi));
    asset.doiNoRedirect().ifPresent(doi -> json.put("doiNoRedirect", doi));
    file(asset.file(), json.putObject("file"));
  }

  private static void file(ProductFile file, ObjectNode json) {
    switch (file.labels()) {
      case FileLabels.Clear clear -> {
        ObjectNode labels = json.putObject("clear");
        labels.put("id", clear.id());
        ArrayNode versions = labels.putArray("versionIds");
        clear.versionIds().forEach(versions::add);
        ArrayNode descriptions = labels.putArray("descriptions");
        clear.descriptions().forEach(descriptions::add);
      }
      case FileLabels.Sealed sealed -> {
        ObjectNode labels = json.putObject("sealed");
        labels.put("id", sealed.id().hex());
        ArrayNode versions = labels.putArray("versionIds");
        sealed.versionIds().forEach(version -> versions.add(version.hex()));
        ArrayNode descriptions = labels.putArray("descriptions");
        sealed.descriptions().forEach(description -> descriptions.add(description.hex()));
      }
    }
    json.put("dataType", file.dataType().name());
    ArrayNode sources = json.putArray("derivedFrom");
    file.derivedFrom().forEach(source -> sources.add(source.hex()));
  }

  private static void organization(Organization organization, ObjectNode json) {
    json.put("orgOrPersId", organization.orgOrPersId().value());
    organization.name().ifPresent(name -> json.put("name", name));
    organization.url().ifPresent(url -> json.put("url", url));
    address(organization.address(), json.putObject("address"));
  }

  private static void address(Address address, ObjectNode json) {
    json.put("street", address.street());
    address.streetNumber().ifPresent(number -> json.put("streetNumber", number));
    json.put("town", address.town());
    address.region().ifPresent(region -> json.put("region", region));
    address.postalCode().ifPresent(code -> json.put("postalCode", code));
    address.postalBox().ifPresent(box -> json.put("postalBox", box));
    json.put("country", address.country());
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }
}
