package touchmark.ledger.fuzz;

import java.util.Set;
import java.util.stream.Collectors;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.receipt.PolicyText;
import touchmark.ledger.receipt.TrustPolicy;

/// A policy is read, or refused with a sentence; more cosignatures never make it harder to satisfy.
public final class PolicyFuzz {
  private PolicyFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      TrustPolicy policy = PolicyText.parse(data);
      Set<String> all =
          policy.witnesses().stream().map(TrustPolicy.Witness::name).collect(Collectors.toSet());
      Targets.require(
          policy.isSatisfiedBy(all) || !policy.isSatisfiedBy(Set.of()),
          "all witnesses are as good as none");
    } catch (MalformedException e) {
      Targets.requireSentence(e);
    }
  }
}
