package touchmark.app.signature.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import touchmark.app.signature.Content;
import touchmark.app.signature.Signer;
import touchmark.app.signature.SignerJudge;
import touchmark.ledger.crypto.BadCertificateException;

/// Checks CMS SignedData over a content that stands elsewhere [RFC 5652 5]. What its digests are of
/// is read once, whatever the number of signers.
public final class CmsSignatures {
  /// Most bytes of one that is read.
  public static final int LARGEST = 256 * 1024;

  private static final int MOST_SIGNERS = 8;

  /// The object: handed to each call, never inserted in the platform's list.
  private static final Provider PROVIDER = new BouncyCastleProvider();

  /// Digests that count, by their identifier; older ones count for nothing.
  private static final Map<String, String> DIGESTS =
      Map.of(
          "1.3.14.3.2.26", "SHA-1",
          "2.16.840.1.101.3.4.2.4", "SHA-224",
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512",
          "2.16.840.1.101.3.4.2.8", "SHA3-256",
          "2.16.840.1.101.3.4.2.9", "SHA3-384",
          "2.16.840.1.101.3.4.2.10", "SHA3-512");

  private final SignerJudge judge;

  public CmsSignatures(SignerJudge judge) {
    this.judge = judge;
  }

  /// What one signer signed.
  public record Checked(Content content, Optional<Signer> signer, List<String> weaknesses) {
    public Checked {
      weaknesses = List.copyOf(weaknesses);
    }
  }

  /// Checks every signer of a CMS.
  ///
  /// @return at least one; a damaged CMS is one that nobody can read
  /// @throws IOException if the content cannot be read
  public List<Checked> check(byte[] cms, CoveredContent content) throws IOException {
    if (cms.length > LARGEST) {
      return unreadable("it has %d bytes, at most %d are read".formatted(cms.length, LARGEST));
    }
    if (!AsnShape.isSound(cms)) {
      return unreadable("it is no ASN.1: cut off, nested too deep, or with bytes that follow it");
    }
    try {
      CMSSignedData data = new CMSSignedData(cms);
      if (!data.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)) {
        return unreadable("it is another kind of CMS than signed data");
      }
      List<SignerInformation> signers = List.copyOf(data.getSignerInfos().getSigners());
      if (signers.isEmpty() || signers.size() > MOST_SIGNERS) {
        return unreadable(
            "it has %d signers, 1 to %d are read".formatted(signers.size(), MOST_SIGNERS));
      }
      List<X509Certificate> certificates = certificates(data);
      Map<String, MessageDigest> digests = digests(signers);
      Map<String, byte[]> values = values(digests, content);
      if (data.getSignedContent() != null
          && !(data.getSignedContent().getContent() instanceof byte[] enclosed
              && sameDigests(values, values(digests, out -> out.write(enclosed))))) {
        return List.of(
            new Checked(
                new Content.Changed("it encloses a content of its own, which is not this file's"),
                Optional.empty(),
                List.of()));
      }
      List<Checked> checked = new ArrayList<>();
      for (SignerInformation signer :
          values.isEmpty() ? signers : new CMSSignedData(values, cms).getSignerInfos()) {
        checked.add(check(signer, certificates));
      }
      return checked;
    } catch (CMSException | BadCertificateException | RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      return unreadable("it is no CMS signature: " + e.getMessage());
    }
  }

  private static List<Checked> unreadable(String reason) {
    return List.of(new Checked(new Content.Unreadable(reason), Optional.empty(), List.of()));
  }

  private static List<X509Certificate> certificates(CMSSignedData data)
      throws BadCertificateException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (X509CertificateHolder holder : data.getCertificates().getMatches(null)) {
      if (certificates.size() == SignerJudge.MOST_CERTIFICATES) {
        throw new BadCertificateException(
            "more than " + SignerJudge.MOST_CERTIFICATES + " certificates are in it");
      }
      certificates.add(SignerJudge.certificate(encoded(holder)));
    }
    return certificates;
  }

  private static byte[] encoded(X509CertificateHolder holder) throws BadCertificateException {
    try {
      return holder.getEncoded();
    } catch (IOException e) {
      throw new BadCertificateException("a certificate in it cannot be read", e);
    }
  }

  private static Map<String, MessageDigest> digests(List<SignerInformation> signers) {
    Map<String, MessageDigest> digests = new HashMap<>();
    for (SignerInformation signer : signers) {
      String name = DIGESTS.get(signer.getDigestAlgOID());
      if (name != null) {
        digests.put(signer.getDigestAlgOID(), digest(name));
      }
    }
    return digests;
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  private static Map<String, byte[]> values(
      Map<String, MessageDigest> digests, CoveredContent content) throws IOException {
    content.writeTo(
        new OutputStream() {
          @Override
          public void write(int one) {
            digests.values().forEach(digest -> digest.update((byte) one));
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            digests.values().forEach(digest -> digest.update(bytes, offset, length));
          }
        });
    Map<String, byte[]> values = new HashMap<>();
    digests.forEach((id, digest) -> values.put(id, digest.digest()));
    return values;
  }

  private static boolean sameDigests(Map<String, byte[]> some, Map<String, byte[]> others) {
    return some.entrySet().stream()
        .allMatch(digest -> Arrays.equals(digest.getValue(), others.get(digest.getKey())));
  }

  private Checked check(SignerInformation signer, List<X509Certificate> certificates)
      throws IOException {
    String digest = DIGESTS.get(signer.getDigestAlgOID());
    if (digest == null) {
      return new Checked(
          new Content.Unreadable("its digest " + signer.getDigestAlgOID() + " counts for nothing"),
          Optional.empty(),
          List.of());
    }
    Optional<String> objection = SignatureAlgorithms.objection(signer);
    if (objection.isPresent()) {
      return new Checked(new Content.Unreadable(objection.get()), Optional.empty(), List.of());
    }
    List<String> weaknesses = new ArrayList<>();
    if (digest.equals("SHA-1")) {
      weaknesses.add("its digest is SHA-1");
    }
    List<X509Certificate> candidates =
        certificates.stream().filter(certificate -> isOf(signer, certificate)).toList();
    if (candidates.isEmpty()) {
      return new Checked(
          new Content.Unreadable("the signer's certificate is not in it"),
          Optional.empty(),
          weaknesses);
    }
    // Certificates may bear one issuer and serial number: the one whose key signed counts, and
    // before one that says nothing any that does.
    Content content = verify(signer, candidates.getFirst());
    X509Certificate leaf = candidates.getFirst();
    for (X509Certificate candidate : candidates) {
      Content found = verify(signer, candidate);
      boolean says = found instanceof Content.Intact || content instanceof Content.Unreadable;
      if (says) {
        content = found;
        leaf = candidate;
      }
    }
    SignerJudge.Judged judged = judge.judge(leaf, certificates, signingTime(signer));
    weaknesses.addAll(judged.weaknesses());
    return new Checked(content, Optional.of(judged.signer()), weaknesses);
  }

  private static boolean isOf(SignerInformation signer, X509Certificate certificate) {
    try {
      return signer.getSID().match(new JcaX509CertificateHolder(certificate));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }

  private static Content verify(SignerInformation signer, X509Certificate certificate) {
    try {
      if (!namesCertificate(signer, certificate)) {
        return new Content.Unreadable("it names another certificate than the one that came along");
      }
      boolean verified =
          signer.verify(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(PROVIDER)
                  .build(certificate.getPublicKey()));
      return verified
          ? new Content.Intact()
          : new Content.Changed("the signature does not fit the content and the signer's key");
    } catch (CMSSignerDigestMismatchException e) {
      return new Content.Changed("the content's digest is not the signed one");
    } catch (CMSException | OperatorCreationException | RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      return new Content.Unreadable("it cannot be checked: " + e.getMessage());
    }
  }

  /// The signer may have signed which certificate is meant [RFC 5035 3]: then no other counts.
  private static boolean namesCertificate(SignerInformation signer, X509Certificate certificate) {
    Attribute attribute = attribute(signer, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (attribute == null) {
      return true;
    }
    ESSCertIDv2 id =
        SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts()[0];
    String digest = DIGESTS.get(id.getHashAlgorithm().getAlgorithm().getId());
    try {
      return digest != null
          && Arrays.equals(digest(digest).digest(certificate.getEncoded()), id.getCertHash());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read has its bytes", e);
    }
  }

  private static Optional<Instant> signingTime(SignerInformation signer) {
    Attribute attribute = attribute(signer, CMSAttributes.signingTime);
    if (attribute == null) {
      return Optional.empty();
    }
    return Optional.of(
        Time.getInstance(attribute.getAttrValues().getObjectAt(0)).getDate().toInstant());
  }

  private static @Nullable Attribute attribute(SignerInformation signer, ASN1ObjectIdentifier id) {
    return signer.getSignedAttributes() == null ? null : signer.getSignedAttributes().get(id);
  }
}
