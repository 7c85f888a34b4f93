package touchmark.app.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import touchmark.app.HeldCertificate;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;

/// What commands say of this home's certificates, and in time of those that expire.
final class CertificateNotes {
  private CertificateNotes() {}

  static List<HeldCertificate> of(Touchmark station) throws HomeException {
    return station.keys().isEmpty() ? List.of() : station.identities().certificates();
  }

  /// A sentence on stderr for each certificate that needs care.
  static void warn(TouchmarkCommand root, List<HeldCertificate> certificates) {
    Instant now = root.clock().instant();
    certificates.stream()
        .filter(HeldCertificate::needsCare)
        .forEach(certificate -> root.warn(certificate.sentence(now)));
  }

  static List<Map<String, String>> json(List<HeldCertificate> certificates) {
    return certificates.stream().map(CertificateNotes::json).toList();
  }

  private static Map<String, String> json(HeldCertificate certificate) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("of", certificate.owner().value());
    row.put("organization", certificate.organization().value());
    row.put("use", certificate.use().word());
    row.put("hash", certificate.hash().hex());
    row.put("notAfter", certificate.notAfter().toString());
    row.put("state", certificate.standing().name());
    row.put("key", certificate.place().name().toLowerCase(Locale.ROOT));
    return row;
  }
}
