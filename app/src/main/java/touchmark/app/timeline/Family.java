package touchmark.app.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.contacts.Names;
import touchmark.ledger.Ledger;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement.RecordOwnership;

/// The files whose events make one story: the subject, the other versions of the same owner, id and
/// data type that the viewer may read, what they were made from, and what was made from them.
///
/// @param members the claims by fingerprint, the subject first; empty when nobody registered it
/// @param versions labels of the subject and its other versions, in the order of the chain
record Family(Map<Fingerprint, Recorded> members, List<FileLabels.Clear> versions) {
  /// Most files that one story takes in.
  private static final int MOST_MEMBERS = 2_000;

  static Family of(Fingerprint subject, Ledger ledger, Names names, ResourceId viewer)
      throws StoreException {
    Map<Fingerprint, Recorded> members = new LinkedHashMap<>();
    List<FileLabels.Clear> versions = new ArrayList<>();
    Optional<Recorded> claim = ledger.claimOf(subject);
    if (claim.isPresent()) {
      members.put(subject, claim.get());
      addVersions(claim.get(), ledger, names, viewer, members, versions);
      addSources(ledger, members);
      addDerived(ledger, members);
    }
    return new Family(members, versions);
  }

  private static void addVersions(
      Recorded subject,
      Ledger ledger,
      Names names,
      ResourceId viewer,
      Map<Fingerprint, Recorded> members,
      List<FileLabels.Clear> versions)
      throws StoreException {
    if (!(subject.transaction().statement() instanceof RecordOwnership mine)) {
      return;
    }
    Optional<FileLabels.Clear> labels = names.labels(mine, viewer);
    if (labels.isEmpty()) {
      return;
    }
    for (Recorded recorded : ledger.involving(mine.issuer())) {
      if (recorded.transaction().statement() instanceof RecordOwnership other
          && other.issuer().equals(mine.issuer())
          && other.productData().file().dataType() == mine.productData().file().dataType()) {
        Optional<FileLabels.Clear> text = names.labels(other, viewer);
        if (text.isPresent() && text.get().id().equals(labels.get().id())) {
          add(members, recorded);
          versions.add(text.get());
        }
      }
    }
  }

  private static void addSources(Ledger ledger, Map<Fingerprint, Recorded> members)
      throws StoreException {
    Deque<Recorded> open = new ArrayDeque<>(members.values());
    while (!open.isEmpty()) {
      if (open.remove().transaction().statement() instanceof RecordOwnership claim) {
        for (Fingerprint source : claim.productData().file().derivedFrom()) {
          Optional<Recorded> found = ledger.claimOf(source);
          if (found.isPresent() && add(members, found.get())) {
            open.add(found.get());
          }
        }
      }
    }
  }

  private static void addDerived(Ledger ledger, Map<Fingerprint, Recorded> members)
      throws StoreException {
    Deque<Fingerprint> open = new ArrayDeque<>(members.keySet());
    while (!open.isEmpty()) {
      for (Recorded derived : ledger.derivedFrom(open.remove())) {
        if (add(members, derived)
            && derived.transaction().statement() instanceof RecordOwnership claim) {
          open.add(claim.productData().fingerprint());
        }
      }
    }
  }

  private static boolean add(Map<Fingerprint, Recorded> members, Recorded recorded) {
    return members.size() < MOST_MEMBERS
        && recorded.transaction().statement() instanceof RecordOwnership claim
        && members.putIfAbsent(claim.productData().fingerprint(), recorded) == null;
  }
}
