package touchmark.ledger.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.CollectionStore;
import touchmark.ledger.model.Bytes;

/// A company's own public key infrastructure: a root on P-384, an issuing authority on RSA-4096.
public final class Company {
  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant TO = Instant.parse("2030-01-01T00:00:00Z");
  private static final String ROOT = "CN=Acme Root,O=Acme GmbH,C=DE";
  private static final String ISSUING = "CN=Acme Issuing,O=Acme GmbH,C=DE";
  static final String PERSON = "CN=Erin Berg,O=Acme GmbH,C=DE";

  final KeyPair root = keys("EC", 384);
  final KeyPair issuing = keys("RSA", 3072);
  final Bytes rootCertificate = new Order(ROOT, root.getPublic(), ROOT, root).authority(1).make();
  final Bytes issuingCertificate =
      new Order(ISSUING, issuing.getPublic(), ROOT, root).authority(0).make();

  private static KeyPair keys(String algorithm, int bits) {
    try {
      return Forge.keys(algorithm, bits);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  List<Bytes> chain() {
    return List.of(issuingCertificate, rootCertificate);
  }

  /// A person's certificate, the issuing authority's and the root's.
  public static List<Bytes> pathOfPerson() {
    Company company = new Company();
    return CertificateText.join(
        List.of(company.person(keys("EC", 256).getPublic())), company.chain());
  }

  /// Certificates as a PKCS#7 file.
  public static byte[] pkcs7(List<Bytes> certificates) {
    try {
      List<X509CertificateHolder> holders = new ArrayList<>();
      for (Bytes der : certificates) {
        holders.add(new X509CertificateHolder(der.toArray()));
      }
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addCertificates(new CollectionStore<>(holders));
      return generator.generate(new CMSAbsentContent()).toASN1Structure().getEncoded("DER");
    } catch (IOException | CMSException e) {
      throw new IllegalStateException(e);
    }
  }

  Bytes person(PublicKey key) {
    return order(key).make();
  }

  Order order(PublicKey key) {
    return new Order(PERSON, key, ISSUING, issuing);
  }

  /// The path of the organization's own authority key in the company.
  List<Bytes> forOrganization(PublicKey authority) {
    return List.of(
        new Order("CN=Acme Touchmark,O=Acme GmbH,C=DE", authority, ROOT, root).make(),
        rootCertificate);
  }

  /// What may be wrong about a certificate; the default is a good one for signing.
  static final class Order {
    private final String subject;
    private final PublicKey key;
    private final String issuer;
    private final KeyPair signer;
    private int usage = KeyUsage.digitalSignature;
    private BasicConstraints constraints = new BasicConstraints(false);
    private Instant from = FROM;
    private Instant to = TO;
    private String permitted = "";
    private boolean unreadableConstraints;
    private boolean unknownCritical;
    private String algorithm = "";

    Order(String subject, PublicKey key, String issuer, KeyPair signer) {
      this.subject = subject;
      this.key = key;
      this.issuer = issuer;
      this.signer = signer;
    }

    Order authority(int below) {
      constraints = new BasicConstraints(below);
      usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
      return this;
    }

    Order usage(int bits) {
      usage = bits;
      return this;
    }

    Order valid(Instant first, Instant last) {
      from = first;
      to = last;
      return this;
    }

    Order permitting(String subtree) {
      permitted = subtree;
      return this;
    }

    Order unreadableConstraints() {
      unreadableConstraints = true;
      return this;
    }

    Order unknownCritical() {
      unknownCritical = true;
      return this;
    }

    Order algorithm(String name) {
      algorithm = name;
      return this;
    }

    Bytes make() {
      try {
        X509v3CertificateBuilder builder =
            new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(to),
                    new X500Name(subject),
                    key)
                .addExtension(Extension.basicConstraints, true, constraints)
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        if (!permitted.isEmpty()) {
          builder.addExtension(
              Extension.nameConstraints,
              true,
              new NameConstraints(
                  new GeneralSubtree[] {
                    new GeneralSubtree(new GeneralName(new X500Name(permitted)))
                  },
                  null));
        }
        if (unreadableConstraints) {
          builder.addExtension(Extension.nameConstraints, false, new byte[] {0x30, 1, 0});
        }
        if (unknownCritical) {
          builder.addExtension(
              new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"),
              true,
              org.bouncycastle.asn1.DERNull.INSTANCE);
        }
        String with =
            !algorithm.isEmpty()
                ? algorithm
                : signer.getPrivate().getAlgorithm().equals("RSA")
                    ? "SHA256withRSA"
                    : "SHA384withECDSA";
        return Bytes.of(
            builder
                .build(
                    new JcaContentSignerBuilder(with)
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(signer.getPrivate()))
                .getEncoded());
      } catch (IOException | OperatorCreationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
