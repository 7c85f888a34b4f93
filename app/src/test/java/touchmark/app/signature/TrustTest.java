package touchmark.app.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.crypto.BadCertificateException;

/// Who signed: trusted or not, valid or not, revoked or not, and each told apart from the others.
class TrustTest {
  private static final Instant NOW = Authority.NOW;

  @TempDir private Path folder;
  private Authority root;
  private Path step;

  @BeforeEach
  void makeAnAuthority() throws Exception {
    root = Authority.root("O=Acme,CN=Root");
    step = SignedFiles.write(folder.resolve("part.stp"), SignedFiles.STEP);
  }

  private Path signed(SigningHand hand) throws Exception {
    return SignedFiles.sign(step, folder.resolve("signed.stp"), hand);
  }

  @Test
  void aSignerBelowATrustedRootIsTrusted() throws Exception {
    Path copy = signed(root.below("O=Acme,CN=Design").person("CN=Karin").hand());

    FoundSignature found = SignedFiles.only(copy, root.trusted());

    assertThat(found.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(found.signer().orElseThrow().standing())
        .isEqualTo(new Standing.Trusted(List.of("CN=Karin", "CN=Design,O=Acme", "CN=Root,O=Acme")));
    assertThat(found.signer().orElseThrow().signedAt()).contains(NOW);
  }

  @Test
  void aSignerBelowAnotherRootIsUnknown() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());

    FoundSignature found = SignedFiles.only(copy, Authority.root("CN=Other").trusted());

    assertThat(found.state()).isEqualTo(SignatureState.UNKNOWN_SIGNER);
    assertThat(found.content()).isInstanceOf(Content.Intact.class);
    assertThat(SignatureWords.standing(found.signer().orElseThrow().standing()))
        .contains("CN=Root,O=Acme", "not trusted");
  }

  @Test
  void aRootOfTheSameNameWithAnotherKeyVouchesForNobody() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());

    FoundSignature found = SignedFiles.only(copy, Authority.root("O=Acme,CN=Root").trusted());

    assertThat(found.state()).isEqualTo(SignatureState.UNKNOWN_SIGNER);
  }

  @Test
  void aPersonIsNoAuthorityForOthers() throws Exception {
    Authority.Person person = root.person("O=Acme,CN=Root");
    Path copy = signed(root.person("CN=Karin").hand());

    FoundSignature found =
        SignedFiles.only(copy, Trust.nobody(NOW).withAnchors(List.of(person.certificate())));

    assertThat(found.state()).isEqualTo(SignatureState.UNKNOWN_SIGNER);
  }

  @Test
  void aCertificateThatExpiredSinceIsToldFromOneThatWasNeverValid() throws Exception {
    Instant end = Instant.parse("2026-02-01T00:00:00Z");
    Authority.Person person = root.person("CN=Karin", BigInteger.TWO, Authority.BEGIN, end);

    FoundSignature before =
        SignedFiles.only(signed(person.hand(end.minusSeconds(60))), root.trusted());
    FoundSignature after =
        SignedFiles.only(signed(person.hand(end.plusSeconds(60))), root.trusted());

    assertThat(before.state()).isEqualTo(SignatureState.EXPIRED);
    assertThat(before.signer().orElseThrow().validity())
        .isEqualTo(new Validity.ExpiredNow(Authority.BEGIN, end));
    assertThat(before.signer().orElseThrow().standing()).isInstanceOf(Standing.Trusted.class);
    assertThat(after.state()).isEqualTo(SignatureState.EXPIRED);
    assertThat(after.signer().orElseThrow().validity())
        .isEqualTo(new Validity.InvalidThen(Authority.BEGIN, end, end.plusSeconds(60)));
  }

  @Test
  void aCertificateOnItsIssuersListIsRevoked() throws Exception {
    Instant since = NOW.minusSeconds(60);
    Path copy = signed(root.person("CN=Karin").hand(NOW.minusSeconds(3600)));

    FoundSignature found =
        SignedFiles.only(
            copy, root.trusted().withList(root.crl(since, Authority.END, BigInteger.TWO)));

    assertThat(found.state()).isEqualTo(SignatureState.REVOKED);
    assertThat(found.signer().orElseThrow().revocation())
        .isEqualTo(new Revocation.Revoked(since, "the list of CN=Root,O=Acme"));
  }

  @Test
  void aListThatDoesNotNameACertificateSaysThatItIsGood() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());

    FoundSignature found =
        SignedFiles.only(
            copy, root.trusted().withList(root.crl(NOW, Authority.END, BigInteger.TEN)));

    assertThat(found.signer().orElseThrow().revocation()).isInstanceOf(Revocation.Good.class);
  }

  @Test
  void anyListThatNamesACertificateDecidesInWhateverOrder() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());
    byte[] clean = root.crl(NOW, Authority.END, BigInteger.TEN);
    byte[] naming = root.crl(NOW, Authority.END, BigInteger.TWO);

    for (Trust lists :
        List.of(
            root.trusted().withList(clean).withList(naming),
            root.trusted().withList(naming).withList(clean))) {
      assertThat(SignedFiles.only(copy, lists).state()).isEqualTo(SignatureState.REVOKED);
    }
  }

  @Test
  void aListOfAnotherKeyOrOutOfDateSaysNothing() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());
    byte[] forged = Authority.root("O=Acme,CN=Root").crl(NOW, Authority.END, BigInteger.TWO);
    byte[] old = root.crl(NOW, NOW.minusSeconds(1));

    Revocation byForged =
        SignedFiles.only(copy, root.trusted().withList(forged)).signer().orElseThrow().revocation();
    Revocation byOld =
        SignedFiles.only(copy, root.trusted().withList(old)).signer().orElseThrow().revocation();

    assertThat(byForged)
        .isEqualTo(new Revocation.NotAsked("the list of CN=Root,O=Acme was not signed by its key"));
    assertThat(byOld)
        .isEqualTo(new Revocation.NotAsked("the list of CN=Root,O=Acme is out of date"));
  }

  @Test
  void withoutAListItIsSaidThatNobodyWasAsked() throws Exception {
    Path copy = signed(root.person("CN=Karin").hand());

    assertThat(SignedFiles.only(copy, root.trusted()).signer().orElseThrow().revocation())
        .isEqualTo(new Revocation.NotAsked("no revocation list of CN=Root,O=Acme was given"));
  }

  @Test
  void aMembersCertificateIsKnownByTheLedgerUntilItIsRevokedThere() throws Exception {
    Authority.Person person = root.person("CN=p-1");
    Path copy = signed(person.hand());

    FoundSignature member = SignedFiles.only(copy, ledger(person, Optional.empty()));
    FoundSignature revoked = SignedFiles.only(copy, ledger(person, Optional.of(NOW)));

    assertThat(member.state()).isEqualTo(SignatureState.TRUSTED);
    assertThat(member.signer().orElseThrow().standing()).isEqualTo(new Standing.Member("Acme"));
    assertThat(revoked.state()).isEqualTo(SignatureState.REVOKED);
    assertThat(revoked.signer().orElseThrow().revocation())
        .isEqualTo(new Revocation.Revoked(NOW, "the ledger"));
  }

  private static Trust ledger(Authority.Person person, Optional<Instant> revoked) {
    return Trust.nobody(NOW)
        .with(
            (Members)
                hash ->
                    hash.equals(person.certificateHash())
                        ? Optional.of(new Members.Member("Acme", revoked))
                        : Optional.empty());
  }

  @Test
  void whatIsNoListAndNoCertificateIsRefused() {
    assertThatThrownBy(() -> Trust.nobody(NOW).withList(new byte[] {1, 2, 3}))
        .isInstanceOf(BadCertificateException.class);
    assertThatThrownBy(() -> Trust.nobody(NOW).withAnchors(new byte[] {1, 2, 3}))
        .isInstanceOf(BadCertificateException.class);
    assertThatThrownBy(() -> Trust.nobody(NOW).withList(new byte[Trust.LARGEST_LIST + 1]))
        .hasMessageContaining("more than");
  }
}
