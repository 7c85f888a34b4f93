package touchmark.ledger.receipt;

import java.time.Instant;
import java.util.List;
import touchmark.ledger.crypto.CheckpointKeys;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.proof.Checkpoint;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.NoteSigner;
import touchmark.ledger.proof.SignatureType;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.TreeHead;

/// A validator's keys under the names that they have on one network: the log's is the origin, the
/// cosigner's is the origin, a slash and the organization.
public record ValidatorSigners(NetworkId network, CheckpointKeys keys) {
  /// The name that a validator cosigns under.
  public static String cosigner(NetworkId network, ResourceId organization) {
    return Checkpoint.origin(network) + "/" + organization;
  }

  NoteSigner log() {
    return new NoteSigner(Checkpoint.origin(network), SignatureType.LOG, keys.log());
  }

  NoteSigner cosigner() {
    return new NoteSigner(
        cosigner(network, keys.organization()), SignatureType.COSIGNATURE_ED25519, keys.cosigner());
  }

  NoteSigner quantumSafe() {
    return new NoteSigner(
        cosigner(network, keys.organization()),
        SignatureType.COSIGNATURE_ML_DSA_44,
        keys.quantumSafe());
  }

  /// Signs as log and as cosigner. Whether it may is decided before.
  SignedNote sign(TreeHead head, Instant time) {
    Checkpoint checkpoint = new Checkpoint(Checkpoint.origin(network), head);
    return new SignedNote(
        checkpoint.text(), all().stream().map(signer -> signer.sign(checkpoint, time)).toList());
  }

  /// Whether these keys, and no others, made a note.
  boolean made(SignedNote note, Checkpoint checkpoint) {
    List<NoteKey> mine = all().stream().map(NoteSigner::key).toList();
    return note.signatures().size() == mine.size()
        && mine.stream()
            .allMatch(
                key ->
                    note.signatures().stream()
                        .anyMatch(
                            signature ->
                                key.isNamedBy(signature) && key.verifies(checkpoint, signature)));
  }

  private List<NoteSigner> all() {
    return List.of(log(), cosigner(), quantumSafe());
  }
}
