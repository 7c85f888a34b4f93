package touchmark.app.signature;

import java.util.List;

/// Whether anybody whom the user trusts stands for a signer.
public sealed interface Standing {
  /// A path of certificates leads to one that the user trusts.
  ///
  /// @param path subjects, the signer's first, the trusted one's last
  record Trusted(List<String> path) implements Standing {
    public Trusted {
      path = List.copyOf(path);
    }
  }

  /// The ledger knows the certificate as a member's.
  record Member(String name) implements Standing {}

  /// Nobody does.
  ///
  /// @param reason a clause: where the path ends, or what is wrong with it
  record Unknown(String reason) implements Standing {}
}
