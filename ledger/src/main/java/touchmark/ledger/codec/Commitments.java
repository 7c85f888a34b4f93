package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.LabelOpenings;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.Salt;

/// Binds texts without showing them: SHA-256 of a domain tag, a 256-bit salt and the text's UTF-8
/// bytes.
public final class Commitments {
  private Commitments() {}

  /// Labels that are sealed, and what opens them.
  public record SealedLabels(FileLabels.Sealed sealed, LabelOpenings openings) {}

  /// The commitment to a text under a salt.
  public static Commitment commit(Salt salt, String text) {
    return new Commitment(
        Hashing.sha256(
            Domain.COMMITMENT, salt.bits().bytes(), text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The commitment to a person's details: of the JSON object of firstName, lastName and email,
  /// each left out where the person has none.
  public static Commitment commit(Salt salt, PersonInOrganization person) {
    ObjectNode details = StrictJson.newObject();
    person.firstName().ifPresent(name -> details.put("firstName", name));
    person.lastName().ifPresent(name -> details.put("lastName", name));
    person.email().ifPresent(address -> details.put("email", address));
    return commit(salt, new String(StrictJson.print(details), StandardCharsets.UTF_8));
  }

  /// Seals every label under a fresh salt of its own.
  public static SealedLabels seal(FileLabels.Clear labels, SecureRandom random) {
    LabelOpenings openings =
        new LabelOpenings(
            opening(labels.id(), random),
            labels.versionIds().stream().map(version -> opening(version, random)).toList(),
            labels.descriptions().stream().map(text -> opening(text, random)).toList());
    return new SealedLabels(seal(openings), openings);
  }

  /// Whether these openings are the ones that were sealed.
  public static boolean opens(FileLabels.Sealed sealed, LabelOpenings openings) {
    return openings.versionIds().size() == sealed.versionIds().size()
        && openings.descriptions().size() == sealed.descriptions().size()
        && seal(openings).equals(sealed);
  }

  private static FileLabels.Sealed seal(LabelOpenings openings) {
    return new FileLabels.Sealed(
        commit(openings.id()),
        commitAll(openings.versionIds()),
        commitAll(openings.descriptions()));
  }

  private static List<Commitment> commitAll(List<Opening> openings) {
    return openings.stream().map(Commitments::commit).toList();
  }

  private static Commitment commit(Opening opening) {
    return commit(opening.salt(), opening.text());
  }

  private static Opening opening(String text, SecureRandom random) {
    return new Opening(Salt.random(random), text);
  }
}
