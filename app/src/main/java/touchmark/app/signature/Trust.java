package touchmark.app.signature;

import java.io.ByteArrayInputStream;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateText;
import touchmark.ledger.model.Bytes;

/// Whom the user trusts, and what time it is.
///
/// @param anchors certificates at which a path may end
/// @param lists of revoked certificates
/// @param members what the ledger knows
public record Trust(
    List<X509Certificate> anchors, List<X509CRL> lists, Members members, Instant now) {
  /// Most bytes of a revocation list that is read.
  public static final int LARGEST_LIST = 16 * 1024 * 1024;

  private static final int MOST = 64;

  public Trust {
    anchors = List.copyOf(anchors);
    lists = List.copyOf(lists);
    if (anchors.size() > MOST || lists.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " anchors and lists are taken");
    }
  }

  /// Nobody is trusted.
  public static Trust nobody(Instant now) {
    return new Trust(List.of(), List.of(), Members.NONE, now);
  }

  /// With what a ledger knows.
  public Trust with(Members ledger) {
    return new Trust(anchors, lists, ledger, now);
  }

  /// With the certificates of a file: PEM, DER or PKCS#7.
  ///
  /// @throws BadCertificateException if it holds none
  public Trust withAnchors(byte[] file) throws BadCertificateException {
    return withAnchors(CertificateText.read(file));
  }

  /// With certificates, DER.
  public Trust withAnchors(List<Bytes> certificates) throws BadCertificateException {
    List<X509Certificate> all = new ArrayList<>(anchors);
    for (Bytes der : certificates) {
      all.add(CertificatePath.parse(der.toArray()));
    }
    requireFew(all);
    return new Trust(all, lists, members, now);
  }

  /// With a revocation list: PEM or DER.
  ///
  /// @throws BadCertificateException if it is none
  public Trust withList(byte[] file) throws BadCertificateException {
    if (file.length > LARGEST_LIST) {
      throw new BadCertificateException(
          "it has more than the %d bytes of a revocation list that are read"
              .formatted(LARGEST_LIST));
    }
    List<X509CRL> all = new ArrayList<>(lists);
    try {
      if (CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(file))
          instanceof X509CRL list) {
        all.add(list);
        requireFew(all);
        return new Trust(anchors, all, members, now);
      }
      throw new BadCertificateException("it is no certificate revocation list");
    } catch (CRLException | CertificateException | RuntimeException e) {
      // The platform's parser meets hostile bytes with exceptions of many kinds.
      throw new BadCertificateException("it is no certificate revocation list", e);
    }
  }

  private static void requireFew(List<?> all) throws BadCertificateException {
    if (all.size() > MOST) {
      throw new BadCertificateException("more than " + MOST + " of its kind are given");
    }
  }
}
