package touchmark.app.verify;

import java.util.List;
import touchmark.app.inspect.Finding;
import touchmark.ledger.model.TxId;

/// One axis, answered.
///
/// @param code for programs, for example `REGISTERED`, `NOT_REGISTERED`, `OTHER_BYTES`
/// @param message one or two sentences for people
/// @param evidence the transactions that say so
/// @param findings what the inspection found, for soundness and lineage
public record Check(
    Axis axis,
    State state,
    String code,
    String message,
    List<TxId> evidence,
    List<Finding> findings) {
  public Check {
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
  }
}
