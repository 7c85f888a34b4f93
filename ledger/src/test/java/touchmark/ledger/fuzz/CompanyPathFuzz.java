package touchmark.ledger.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.TestParties;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateUse;
import touchmark.ledger.crypto.CompanyPath;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Limits;

/// Certificates of a company, each behind its length (u16): the path from the first to the last,
/// which is trusted, is good, or refused with a sentence.
public final class CompanyPathFuzz {
  private static final int MOST = 16;
  private static final int LONGEST = Limits.WIDEST.longestPath();

  private CompanyPathFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    List<Bytes> certificates = split(data);
    if (certificates.isEmpty()) {
      return;
    }
    for (CertificateUse use : List.of(CertificateUse.SIGNING, CertificateUse.AUTHORITY)) {
      try {
        CompanyPath path =
            CompanyPath.validate(
                use,
                certificates.getFirst(),
                certificates,
                new CompanyPath.Trust(List.of(certificates.getLast()), LONGEST),
                TestParties.START);
        Targets.require(certificates.containsAll(path.der()), "nothing made up");
        Targets.require(!path.notAfter().isBefore(TestParties.START), "valid");
        Targets.require(!path.subject().isBlank() && !path.anchor().isBlank(), "names");
        Targets.require(path.organizationName().map(String::length).orElse(0) >= 0, "a name");
      } catch (BadCertificateException e) {
        Targets.requireSentence(e);
      }
    }
  }

  private static List<Bytes> split(byte[] data) {
    List<Bytes> certificates = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(data);
    while (in.remaining() > Short.BYTES && certificates.size() < MOST) {
      byte[] certificate = new byte[Math.min(in.getShort() & 0xffff, in.remaining())];
      in.get(certificate);
      certificates.add(Bytes.of(certificate));
    }
    return certificates;
  }

  /// Some certificates as an input.
  static byte[] join(List<Bytes> certificates) {
    ByteBuffer all =
        ByteBuffer.allocate(
            certificates.stream().mapToInt(der -> Short.BYTES + der.length()).sum());
    certificates.forEach(der -> all.putShort((short) der.length()).put(der.toArray()));
    return all.array();
  }
}
