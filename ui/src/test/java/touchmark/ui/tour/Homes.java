package touchmark.ui.tour;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import touchmark.app.Founding;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.ledger.model.Address;

/// Homes and their parties, made without a window.
final class Homes {
  private static final Clock CLOCK = Clock.systemDefaultZone();

  private Homes() {}

  /// A home of Acme GmbH.
  static void make(Path home) throws HomeException {
    Touchmark.create(home, founding("Acme GmbH", "Stuttgart", "Germany"), password(), CLOCK)
        .close();
  }

  /// Bolt Ltd and Print Co join.
  static void join(Path home) throws HomeException {
    try (Touchmark opened = Touchmark.open(home, password(), CLOCK)) {
      opened.addOrganization(founding("Bolt Ltd", "Leeds", "United Kingdom"));
      opened.addOrganization(founding("Print Co", "Lyon", "France"));
    }
  }

  private static char[] password() {
    return Engineer.PASSWORD.toCharArray();
  }

  private static Founding founding(String name, String town, String country) {
    return new Founding(
        name,
        Optional.empty(),
        Optional.empty(),
        new Address(
            "Main Street",
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
