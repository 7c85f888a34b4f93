package touchmark.ledger.rules;

/// Why a transaction was refused, for programs. Printed by the command line; never renamed.
public enum RefusalCode {
  /// Rule 3: somebody else claimed these bytes earlier in the chain.
  CLAIMED_BY_OTHER,
  /// Rule 3: the issuer claimed these bytes before.
  ALREADY_YOURS,
  /// Rules 1 and 2: nobody registered these bytes.
  NOT_REGISTERED,
  /// Rule 2: the sender holds the data, without the right to pass it on.
  NO_RIGHT_TO_FORWARD,
  /// Rules 1 and 2: the sender neither owns nor received the data.
  NOT_A_HOLDER,
  /// The issuer must hold every file that the claimed one derives from.
  SOURCE_NOT_HELD,
  /// The sender or recipient is no member.
  UNKNOWN_RESOURCE,
  /// The resource or certificate is enrolled already.
  ALREADY_ENROLLED,
  /// A signature is wrong, or is not made by a certificate of the signer.
  BAD_SIGNATURE,
  /// The certificate is not known, expired, revoked or not issued for this.
  BAD_CERTIFICATE,
  /// No delegation lets this person sign for the organization.
  NO_DELEGATION,
  /// The signers are not exactly those that the statement requires.
  WRONG_SIGNERS,
  /// The transaction is in the chain already.
  DUPLICATE,
  /// The transaction belongs to another network.
  FOREIGN_NETWORK,
  /// timeOfTx is not after what it builds on, lies in the future, or validUntil has passed.
  BAD_TIME,
  /// An enrolment lacks approvals of more than half of the validators.
  NOT_APPROVED,
  /// Only the owner hands over and withdraws.
  NOT_OWNER,
  /// The owner withdrew these bytes before.
  ALREADY_WITHDRAWN,
  /// The same party disputes these bytes already.
  ALREADY_DISPUTED,
  /// The maker registered a part of this serial number before.
  PART_EXISTS,
  /// Nobody registered this part.
  PART_UNKNOWN,
  /// Another has the part now.
  NOT_PART_HOLDER,
  /// The certificate is not one that this organization may replace or revoke.
  NOT_ITS_CERTIFICATE,
  /// The certificate was revoked before.
  ALREADY_REVOKED,
  /// The change of validators does not fit to those in force, or its height is not a later one.
  BAD_VALIDATOR_CHANGE,
  /// The payload or envelope is not well-formed, or over a bound.
  MALFORMED
}
