package touchmark.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Limits;

/// How long a company path may be, and how many certificates are read to find it.
class CompanyPathBoundsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final String PERSON = "CN=Erin Berg,O=Acme GmbH";

  /// A person's certificate first, the root last.
  private static List<Bytes> path(int length) throws Exception {
    List<Bytes> path = new ArrayList<>();
    KeyPair issuing = KeyMaker.p256();
    String issuer = "CN=0";
    path.add(
        new Company.Order(issuer, issuing.getPublic(), issuer, issuing).authority(length).make());
    for (int i = 1; i < length - 1; i++) {
      KeyPair next = KeyMaker.p256();
      path.addFirst(
          new Company.Order("CN=" + i, next.getPublic(), issuer, issuing)
              .authority(length - i)
              .make());
      issuing = next;
      issuer = "CN=" + i;
    }
    path.addFirst(new Company.Order(PERSON, KeyMaker.p256().getPublic(), issuer, issuing).make());
    return path;
  }

  private static CompanyPath validate(List<Bytes> path, int longest) throws Exception {
    return CompanyPath.validate(
        CertificateUse.SIGNING,
        path.getFirst(),
        path,
        new CompanyPath.Trust(List.of(path.getLast()), longest),
        NOW);
  }

  @Test
  void thePathMayBeAsLongAsTheNetworkAllows() throws Exception {
    for (int longest : new int[] {2, 3, Limits.WIDEST.longestPath()}) {
      List<Bytes> good = path(longest);
      List<Bytes> tooLong = path(longest + 1);
      assertThat(validate(good, longest).der()).isEqualTo(good);
      assertThatThrownBy(() -> validate(tooLong, longest))
          .isInstanceOf(BadCertificateException.class)
          .hasMessage(
              "the path of O=Acme GmbH,CN=Erin Berg has more than the %d certificates that this"
                      .formatted(longest)
                  + " network allows");
    }
  }

  @Test
  void noMoreCertificatesAreReadThanAPathCanNeed() throws Exception {
    List<Bytes> path = path(2);
    Bytes junk = Bytes.of(new byte[] {1});
    CompanyPath.Trust trust = new CompanyPath.Trust(List.of(path.getLast()), 2);
    List<Bytes> most =
        Collections.nCopies(CompanyPath.MOST_GIVEN - trust.anchors().size(), path.getLast());
    assertThat(
            CompanyPath.validate(CertificateUse.SIGNING, path.getFirst(), most, trust, NOW).der())
        .isEqualTo(path);
    List<Bytes> tooMany = Collections.nCopies(CompanyPath.MOST_GIVEN, junk);
    assertThatThrownBy(
            () -> CompanyPath.validate(CertificateUse.SIGNING, junk, tooMany, trust, NOW))
        .as("refused before any is read")
        .isInstanceOf(BadCertificateException.class)
        .hasMessage("33 certificates are given to find a path, at most 32 are read");
  }
}
