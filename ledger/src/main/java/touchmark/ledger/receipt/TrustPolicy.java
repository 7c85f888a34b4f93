package touchmark.ledger.receipt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.SignatureType;

/// Whom somebody trusts: a checkpoint counts when one of the logs signed it and the quorum of
/// witnesses cosigned it [C2SP tlog-policy]. [PolicyText] reads and writes it.
///
/// @param groups in the order of the file; a group names only what stands before it
/// @param quorum the name of a witness or group, or [#NONE]
public record TrustPolicy(
    List<NoteKey> logs, List<Witness> witnesses, List<Group> groups, String quorum) {
  /// The quorum that asks for no cosignature.
  public static final String NONE = "none";

  /// Most logs, witnesses and groups, each.
  static final int MOST = 256;

  /// Somebody who cosigns. Its name has a meaning in this policy only, one octet a character.
  public record Witness(String name, NoteKey key) {}

  /// Witnesses and groups of which some are enough.
  public record Group(String name, int threshold, List<String> members) {
    public Group {
      members = List.copyOf(members);
      if (threshold < 1 || threshold > members.size()) {
        throw new IllegalArgumentException(
            "group %s asks for %d of %d members".formatted(name, threshold, members.size()));
      }
    }
  }

  /// @throws IllegalArgumentException if a name is unknown, used twice or listed twice, a key
  ///   stands there twice, or a key is not one for its purpose
  public TrustPolicy {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    groups = List.copyOf(groups);
    if (logs.size() > MOST || witnesses.size() > MOST || groups.size() > MOST) {
      throw new IllegalArgumentException(
          "a policy has at most %d logs, witnesses and groups each".formatted(MOST));
    }
    requireKeys("log", logs, SignatureType.COSIGNATURE_ED25519);
    requireKeys("witness", witnesses.stream().map(Witness::key).toList(), SignatureType.LOG);
    Set<String> names = new HashSet<>();
    Set<String> members = new HashSet<>();
    for (Witness witness : witnesses) {
      requireNew(names, witness.name());
    }
    for (Group group : groups) {
      for (String member : group.members()) {
        if (!names.contains(member)) {
          throw new IllegalArgumentException(
              "group %s names %s, which is not defined before it".formatted(group.name(), member));
        }
        if (!members.add(member)) {
          throw new IllegalArgumentException(member + " is a member twice");
        }
      }
      requireNew(names, group.name());
    }
    if (!quorum.equals(NONE) && !names.contains(quorum)) {
      throw new IllegalArgumentException("the quorum " + quorum + " is not defined before it");
    }
  }

  private static void requireKeys(String what, List<NoteKey> keys, SignatureType unfit) {
    Set<Object> seen = new HashSet<>();
    for (NoteKey key : keys) {
      if (key.type() == unfit) {
        throw new IllegalArgumentException(
            "the key %s is not one for a %s".formatted(key.name(), what));
      }
      if (!seen.add(key.key())) {
        throw new IllegalArgumentException(
            "the key of %s %s stands there twice".formatted(what, key.name()));
      }
    }
  }

  private static void requireNew(Set<String> names, String name) {
    if (name.equals(NONE) || !names.add(name)) {
      throw new IllegalArgumentException("the name " + name + " is taken already");
    }
  }

  /// Whether these witnesses are enough.
  ///
  /// @param cosigned names of witnesses whose cosignatures hold
  public boolean isSatisfiedBy(Set<String> cosigned) {
    if (quorum.equals(NONE)) {
      return true;
    }
    Map<String, Boolean> vouches = new HashMap<>();
    witnesses.forEach(witness -> vouches.put(witness.name(), cosigned.contains(witness.name())));
    for (Group group : groups) {
      long enough =
          group.members().stream().filter(name -> vouches.getOrDefault(name, false)).count();
      vouches.put(group.name(), enough >= group.threshold());
    }
    return vouches.getOrDefault(quorum, false);
  }
}
