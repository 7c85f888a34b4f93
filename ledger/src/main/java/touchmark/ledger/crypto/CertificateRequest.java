package touchmark.ledger.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import touchmark.ledger.model.Bytes;

/// Requests for certificates [RFC 2986], to be issued by a company's own authority.
public final class CertificateRequest {
  private static final int LONGEST_SUBJECT = 512;

  private CertificateRequest() {}

  /// Makes a request by a key.
  ///
  /// @param subject as X.500 text, such as `CN=Erin Berg,O=Acme GmbH,C=DE`
  /// @return PEM
  /// @throws IllegalArgumentException if the subject is none
  /// @throws KeyUnavailableException if the key's token or file is not at hand
  public static String pem(SigningKey key, String subject) {
    X500Name name = name(subject);
    try {
      Certificate certificate = Certificate.parse(key.certificate());
      PKCS10CertificationRequest request =
          new PKCS10CertificationRequestBuilder(
                  name, SubjectPublicKeyInfo.getInstance(certificate.publicKey().getEncoded()))
              .build(new KeySigner(certificate.publicKey(), key::sign));
      return CertificateText.pem("CERTIFICATE REQUEST", Bytes.of(request.getEncoded()));
    } catch (BadCertificateException | IOException e) {
      throw new IllegalStateException("a key of the key store can be asked for", e);
    }
  }

  private static X500Name name(String subject) {
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalArgumentException(
          "a subject has 1 to " + LONGEST_SUBJECT + " characters, such as CN=Erin Berg,O=Acme");
    }
    try {
      X500Name name = new X500Name(subject);
      if (name.getRDNs().length > 0) {
        return name;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + subject + "' is no X.500 name, such as CN=Erin Berg,O=Acme", e);
    }
    throw new IllegalArgumentException(
        "'" + subject + "' is no X.500 name, such as CN=Erin Berg,O=Acme");
  }
}
