package touchmark.ledger.crypto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import touchmark.ledger.model.Bytes;

/// Certificates as files hold them: PEM [RFC 7468] with text between allowed, DER, or the
/// certificates-only form of PKCS#7 [RFC 5652 5].
public final class CertificateText {
  /// Most bytes of a file that is read.
  public static final int LARGEST = 1024 * 1024;

  private static final int MOST = 16;
  private static final int LINE = 64;
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private CertificateText() {}

  /// Reads every certificate of a file, each once.
  ///
  /// @return 1 to 16 of them, DER, in the order of the file; what each says is not looked at yet
  /// @throws BadCertificateException if the file is too large, holds none, too many, or a private
  ///   key in clear
  public static List<Bytes> read(byte[] file) throws BadCertificateException {
    if (file.length > LARGEST) {
      throw new BadCertificateException(
          "it has %d bytes, at most %d are read".formatted(file.length, LARGEST));
    }
    Set<Bytes> found = new LinkedHashSet<>();
    if (file.length > 0 && file[0] == 0x30) {
      addDer(file, found);
    } else {
      addPem(new String(file, StandardCharsets.ISO_8859_1), found);
    }
    if (found.isEmpty()) {
      throw new BadCertificateException("it holds no certificate; PEM, DER or PKCS#7 is expected");
    }
    return List.copyOf(found);
  }

  /// Writes certificates as PEM.
  public static String pem(List<Bytes> certificates) {
    StringBuilder text = new StringBuilder();
    certificates.forEach(der -> text.append(pem("CERTIFICATE", der)));
    return text.toString();
  }

  static String pem(String label, Bytes der) {
    return BEGIN
        + label
        + DASHES
        + "\n"
        + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der.toArray())
        + "\n"
        + END
        + label
        + DASHES
        + "\n";
  }

  private static void addPem(String text, Set<Bytes> into) throws BadCertificateException {
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        throw new BadCertificateException("a PEM block's first line does not end");
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      String last = END + label + DASHES;
      int from = labelEnd + DASHES.length();
      int end = text.indexOf(last, from);
      if (label.length() > LINE || label.indexOf('\n') >= 0 || end < 0) {
        throw new BadCertificateException("a PEM block does not end");
      }
      addBlock(label, text.substring(from, end), into);
      at = text.indexOf(BEGIN, end + last.length());
    }
  }

  private static void addBlock(String label, String base64, Set<Bytes> into)
      throws BadCertificateException {
    switch (label) {
      case "CERTIFICATE", "X509 CERTIFICATE", "PKCS7" -> {
        try {
          addDer(Base64.getDecoder().decode(base64.replaceAll("\\s", "")), into);
        } catch (IllegalArgumentException e) {
          throw new BadCertificateException("the PEM block " + label + " is no base64", e);
        }
      }
      default -> {
        if (label.endsWith("PRIVATE KEY")) {
          throw new BadCertificateException(
              "it holds a private key as PEM; keys are imported from PKCS#12 (.p12, .pfx) under a"
                  + " password only");
        }
      }
    }
  }

  private static void addDer(byte[] der, Set<Bytes> into) throws BadCertificateException {
    if (!DerShape.isSound(der)) {
      throw new BadCertificateException("it is not strict DER of one certificate or PKCS#7 file");
    }
    try (ASN1InputStream in = new ASN1InputStream(der)) {
      ASN1Primitive read = in.readObject();
      ASN1Sequence outer = ASN1Sequence.getInstance(read);
      if (outer.size() > 0 && CMSObjectIdentifiers.signedData.equals(outer.getObjectAt(0))) {
        ASN1Set certificates =
            SignedData.getInstance(ContentInfo.getInstance(outer).getContent()).getCertificates();
        for (int i = 0; certificates != null && i < certificates.size(); i++) {
          add(Bytes.of(certificates.getObjectAt(i).toASN1Primitive().getEncoded()), into);
        }
      } else {
        add(Bytes.of(der), into);
      }
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle meets hostile bytes with unchecked exceptions of many kinds.
      throw new BadCertificateException("it is no certificate and no PKCS#7 file", e);
    }
  }

  private static void add(Bytes der, Set<Bytes> into) throws BadCertificateException {
    if (der.length() > Bytes.LONGEST_CERTIFICATE) {
      throw new BadCertificateException(
          "a certificate has %d bytes, at most %d are read"
              .formatted(der.length(), Bytes.LONGEST_CERTIFICATE));
    }
    into.add(der);
    if (into.size() > MOST) {
      throw new BadCertificateException("it holds more than " + MOST + " certificates");
    }
  }

  static List<Bytes> join(List<Bytes> some, List<Bytes> more) {
    List<Bytes> all = new ArrayList<>(some);
    more.stream().filter(der -> !all.contains(der)).forEach(all::add);
    return all;
  }
}
