package touchmark.app.contacts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import touchmark.app.disk.Json;
import touchmark.app.disk.WholeFile;
import touchmark.ledger.codec.Commitments;
import touchmark.ledger.model.Commitment;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Opening;
import touchmark.ledger.model.PersonInOrganization;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Salt;

/// People's names and e-mail addresses, which the chain holds only as commitments. One file,
/// replaced in one step; erasing a person leaves the pseudonym alone. Guarded by its own lock.
public final class Contacts {
  private static final int MOST_BYTES = 16 << 20;

  /// A person and the salt that opens the commitment on the chain.
  ///
  /// @param salt of the commitment to [#committedText]; empty when nothing was committed
  public record Contact(PersonInOrganization person, Optional<Salt> salt) {
    /// What the chain's commitment binds: the details as one line of JSON, with fixed order of
    /// keys.
    public static String committedText(PersonInOrganization person) {
      ObjectNode json = Json.object();
      person.firstName().ifPresent(value -> json.put("firstName", value));
      person.lastName().ifPresent(value -> json.put("lastName", value));
      person.email().ifPresent(value -> json.put("email", value));
      return json.toString();
    }

    /// What opens the commitment.
    public Optional<Opening> opening() {
      return salt.map(bits -> new Opening(bits, committedText(person)));
    }

    /// Whether these are the details that were committed to when the person was enrolled.
    public boolean opens(Commitment commitment) {
      return opening()
          .filter(open -> Commitments.commit(open.salt(), open.text()).equals(commitment))
          .isPresent();
    }
  }

  private final Path file;
  private final TreeMap<ResourceId, Contact> contacts = new TreeMap<>();

  private Contacts(Path file) {
    this.file = file;
  }

  /// Reads the file; none yet is an empty one.
  public static Contacts open(Path file) throws IOException {
    Contacts contacts = new Contacts(file);
    if (Files.exists(file)) {
      ObjectNode json = Json.parse(file.toString(), WholeFile.read(file, MOST_BYTES));
      for (var element : json.path("persons")) {
        if (element instanceof ObjectNode object) {
          Contact contact = read(file.toString(), object);
          contacts.contacts.put(contact.person().orgOrPersId(), contact);
        }
      }
    }
    return contacts;
  }

  public synchronized Optional<Contact> find(ResourceId person) {
    return Optional.ofNullable(contacts.get(person));
  }

  /// Everyone, by id.
  public synchronized List<Contact> all() {
    return List.copyOf(contacts.values());
  }

  /// Adds or replaces a person.
  public synchronized void keep(Contact contact) throws IOException {
    List<Contact> next = new ArrayList<>(contacts.values());
    next.removeIf(other -> other.person().orgOrPersId().equals(contact.person().orgOrPersId()));
    next.add(contact);
    save(next);
    contacts.put(contact.person().orgOrPersId(), contact);
  }

  /// Erases a person's details.
  ///
  /// @return whether there were any
  public synchronized boolean erase(ResourceId person) throws IOException {
    if (!contacts.containsKey(person)) {
      return false;
    }
    List<Contact> next = new ArrayList<>(contacts.values());
    next.removeIf(contact -> contact.person().orgOrPersId().equals(person));
    save(next);
    contacts.remove(person);
    return true;
  }

  private void save(Collection<Contact> all) throws IOException {
    ObjectNode json = Json.object();
    ArrayNode persons = json.putArray("persons");
    all.forEach(contact -> persons.add(write(contact)));
    WholeFile.write(file, json.toPrettyString());
  }

  private static ObjectNode write(Contact contact) {
    PersonInOrganization person = contact.person();
    ObjectNode json = Json.object();
    json.put("id", person.orgOrPersId().value());
    json.put("belongsTo", person.belongsTo().value());
    person.firstName().ifPresent(value -> json.put("firstName", value));
    person.lastName().ifPresent(value -> json.put("lastName", value));
    person.email().ifPresent(value -> json.put("email", value));
    contact.salt().ifPresent(salt -> json.put("salt", salt.bits().hex()));
    return json;
  }

  private static Contact read(String what, ObjectNode json) throws IOException {
    try {
      return new Contact(
          new PersonInOrganization(
              new ResourceId(Json.text(what, json, "id")),
              optional(json, "firstName"),
              optional(json, "lastName"),
              optional(json, "email"),
              new ResourceId(Json.text(what, json, "belongsTo"))),
          optional(json, "salt").map(hex -> new Salt(Digest.parse(hex))));
    } catch (IllegalArgumentException e) {
      throw new IOException(what + ": expected a person, found: " + e.getMessage(), e);
    }
  }

  private static Optional<String> optional(ObjectNode json, String key) {
    return Optional.ofNullable(json.path(key).textValue());
  }
}
