package touchmark.ledger.rules;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// In whose name a statement must be signed, and what the signer must be able to show.
record Role(ResourceId resource, Power power) {

  /// What the signing certificate must stand for.
  enum Power {
    /// A person who may claim for the resource, or the person herself.
    CLAIM,
    /// A person who may send for the resource, or the person herself.
    SEND,
    /// A person who may hand over, withdraw and dispute for the resource, or the person herself.
    ADMINISTER,
    /// A person with the act ADMIN, or the organization's own authority.
    APPROVE,
    /// The organization's own authority.
    AUTHORITY
  }

  /// The roles that a statement requires: exactly these sign.
  static List<Role> of(Statement statement) {
    return switch (statement) {
      case Statement.RecordOwnership claim -> List.of(new Role(claim.issuer(), Power.CLAIM));
      case Statement.SendProductData send -> List.of(new Role(send.from(), Power.SEND));
      case Statement.EnrolOrganization enrolment -> {
        List<Role> roles = new ArrayList<>();
        roles.add(new Role(enrolment.organization().orgOrPersId(), Power.AUTHORITY));
        enrolment.approvedBy().forEach(by -> roles.add(new Role(by, Power.APPROVE)));
        yield roles;
      }
      case Statement.EnrolPerson enrolment ->
          List.of(new Role(enrolment.belongsTo(), Power.AUTHORITY));
      case Statement.Delegate delegate ->
          List.of(new Role(delegate.organization(), Power.AUTHORITY));
      case Statement.TransferOwnership transfer ->
          List.of(
              new Role(transfer.from(), Power.ADMINISTER),
              new Role(transfer.to(), Power.ADMINISTER));
      case Statement.WithdrawVersion withdrawal ->
          List.of(new Role(withdrawal.owner(), Power.ADMINISTER));
      case Statement.Dispute dispute -> List.of(new Role(dispute.issuer(), Power.ADMINISTER));
      case Statement.RegisterPart part -> List.of(new Role(part.part().maker(), Power.CLAIM));
      case Statement.TransferPart transfer -> List.of(new Role(transfer.from(), Power.SEND));
      case Statement.RotateCertificate rotation ->
          List.of(new Role(rotation.organization(), Power.AUTHORITY));
      case Statement.RevokeCertificate revocation ->
          List.of(new Role(revocation.organization(), Power.AUTHORITY));
      case Statement.ChangeValidators change ->
          change.approvedBy().stream().map(by -> new Role(by, Power.APPROVE)).toList();
    };
  }
}
