package touchmark.ledger.model;

/// Who issues, sends or receives: an organization or a person in one [Section 3.2].
public sealed interface Resource permits Organization, PersonInOrganization {
  /// The unique name (`orgOrPersId`).
  ResourceId orgOrPersId();
}
