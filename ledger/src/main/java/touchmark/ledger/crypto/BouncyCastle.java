package touchmark.ledger.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// The one provider object. It is handed to each call and never inserted in the platform's list,
/// where it would slow down SHA-256 and TLS for the whole process.
final class BouncyCastle {
  static final Provider PROVIDER = new BouncyCastleProvider();

  private BouncyCastle() {}
}
