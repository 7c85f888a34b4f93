package touchmark.ui;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import touchmark.app.Founding;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.ledger.model.Address;

/// Makes a home to look around in: three organizations with throw-away keys, and no network. Waits
/// for the disk: call it off the FX thread.
final class SampleHome {
  private static final int PASSWORD_BYTES = 24;

  private SampleHome() {}

  static Touchmark make(Path directory, Clock clock) throws HomeException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    char[] password = HexFormat.of().formatHex(random).toCharArray();
    try {
      Touchmark home =
          Touchmark.createSample(
              directory, founding("Acme GmbH", "Stuttgart", "Germany"), password, clock);
      try {
        home.addOrganization(founding("Bolt Ltd", "Leeds", "United Kingdom"));
        home.addOrganization(founding("Print Co", "Lyon", "France"));
        return home;
      } catch (HomeException e) {
        home.close();
        throw e;
      }
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static Founding founding(String name, String town, String country) {
    return new Founding(
        name,
        Optional.empty(),
        Optional.empty(),
        new Address(
            "Sample Street",
            Optional.of("1"),
            town,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            country),
        Optional.empty(),
        Optional.empty());
  }
}
