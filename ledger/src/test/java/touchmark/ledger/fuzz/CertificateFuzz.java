package touchmark.ledger.fuzz;

import java.util.Arrays;
import java.util.List;
import touchmark.ledger.TestParties;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.Certificate;
import touchmark.ledger.crypto.CertificateText;
import touchmark.ledger.crypto.CertificateUse;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.model.Bytes;

/// A certificate file gives certificates, each is judged, or refused with a sentence.
public final class CertificateFuzz {
  private CertificateFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      List<Bytes> read = CertificateText.read(data);
      Targets.require(
          CertificateText.read(Targets.ascii(CertificateText.pem(read))).equals(read),
          "the same when written again");
    } catch (BadCertificateException e) {
      Targets.requireSentence(e);
    }
    Certificate certificate;
    try {
      certificate = Certificate.parse(Bytes.of(data));
    } catch (BadCertificateException e) {
      Targets.requireSentence(e);
      return;
    }
    Targets.require(Arrays.equals(data, certificate.der().toArray()), "the same bytes");
    Targets.require(certificate.subject().length() < data.length * 8, "a bounded name");
    for (CertificateUse use : CertificateUse.values()) {
      try {
        new Certificates().requireIssued(certificate, use, certificate, TestParties.START);
      } catch (BadCertificateException e) {
        Targets.requireSentence(e);
      }
    }
  }
}
