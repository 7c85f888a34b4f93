package touchmark.app.usecase;

import java.util.List;
import java.util.Optional;
import touchmark.ledger.Outcome;
import touchmark.ledger.SignedBy;
import touchmark.ledger.crypto.KeyRing;
import touchmark.ledger.crypto.PersonKeys;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.rules.RefusalCode;
import touchmark.ledger.rules.Verdict;

/// The hand that signs for a party of this home: the person's key, in the organization's name.
///
/// @param keys empty in a home that only looks
public record Signatory(Optional<KeyRing> keys) {

  /// Who signs for a party; empty when this home holds no key that may.
  public Optional<List<SignedBy>> signFor(Party party) {
    return personKeys(party).map(key -> List.of(new SignedBy(party.resource(), key.signing())));
  }

  /// The certificates that go with [#signFor], DER.
  public List<Bytes> certificates(Party party) {
    return personKeys(party).map(key -> key.signing().certificate()).stream().toList();
  }

  /// The answer where nobody can sign.
  public static Outcome nobodySigns(Party party) {
    return new Outcome.Refused(
        new Verdict.Refused(
            "signature [Section 3.3]",
            RefusalCode.WRONG_SIGNERS,
            "This workstation holds no key that signs for " + party.name() + "."));
  }

  private Optional<PersonKeys> personKeys(Party party) {
    return party.signedBy().flatMap(person -> keys.flatMap(ring -> ring.person(person)));
  }
}
