package touchmark.app.signature;

import java.util.List;
import java.util.Optional;

/// A signature that was found in a file, checked.
///
/// @param where in the file, for people
/// @param signer empty when the signature does not say who it was
/// @param gaps what it does not cover; other signatures and line ends are no gaps
/// @param weaknesses clauses: hashes and keys by which it proves less than it seems
/// @param remarks clauses that are worth knowing
public record FoundSignature(
    Profile profile,
    String where,
    Content content,
    Optional<Signer> signer,
    List<Gap> gaps,
    List<String> weaknesses,
    List<String> remarks) {
  public FoundSignature {
    gaps = List.copyOf(gaps);
    weaknesses = List.copyOf(weaknesses);
    remarks = List.copyOf(remarks);
  }

  /// One that nobody can check.
  ///
  /// @param reason a clause
  public static FoundSignature unreadable(Profile profile, String where, String reason) {
    return new FoundSignature(
        profile,
        where,
        new Content.Unreadable(reason),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of());
  }

  /// All answers in one word.
  public SignatureState state() {
    return switch (content) {
      case Content.Changed _ -> SignatureState.CHANGED;
      case Content.Unreadable _ -> SignatureState.UNREADABLE;
      case Content.Intact _ -> signer.map(this::stateOf).orElse(SignatureState.UNKNOWN_SIGNER);
    };
  }

  private SignatureState stateOf(Signer who) {
    if (who.revocation() instanceof Revocation.Revoked) {
      return SignatureState.REVOKED;
    }
    return switch (who.standing()) {
      case Standing.Unknown _ -> SignatureState.UNKNOWN_SIGNER;
      case Standing.Trusted _, Standing.Member _ ->
          switch (who.validity()) {
            case Validity.ExpiredNow _, Validity.InvalidThen _ -> SignatureState.EXPIRED;
            case Validity.Valid _ ->
                gaps.isEmpty() ? SignatureState.TRUSTED : SignatureState.PARTIAL;
          };
    };
  }
}
