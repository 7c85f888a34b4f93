package touchmark.ledger.crypto;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.InputDecryptor;
import org.bouncycastle.operator.InputDecryptorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/// Tells a wrong password from a damaged key store. Either fails the store's one checksum; but the
/// certificates and each key are encrypted apart, so a right password still opens what is whole.
/// Bouncy Castle meets damaged bytes with unchecked exceptions of many kinds: all mean "damaged".
final class PasswordProbe {
  private static final int MOST_ITERATIONS = 5_000_000;

  private final InputDecryptorProvider decryptors;

  private PasswordProbe(char[] password) {
    InputDecryptorProvider any =
        new JcePKCSPBEInputDecryptorProviderBuilder()
            .setProvider(BouncyCastle.PROVIDER)
            .build(password);
    this.decryptors = algorithm -> affordable(any, algorithm);
  }

  /// Whether the password opens at least one of the store's parts.
  static boolean opensSomething(byte[] store, char[] password) {
    PasswordProbe probe = new PasswordProbe(password);
    try {
      for (ContentInfo part : new PKCS12PfxPdu(store).getContentInfos()) {
        if (probe.opens(part)) {
          return true;
        }
      }
      return false;
    } catch (IOException | RuntimeException e) {
      // Not even its outline can be read: damaged, whatever the password.
      return true;
    }
  }

  private boolean opens(ContentInfo part) {
    try {
      if (part.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        return new PKCS12SafeBagFactory(part, decryptors).getSafeBags().length > 0;
      }
      for (PKCS12SafeBag bag : new PKCS12SafeBagFactory(part).getSafeBags()) {
        if (bag.getBagValue() instanceof PKCS8EncryptedPrivateKeyInfo key && opens(key)) {
          return true;
        }
      }
      return false;
    } catch (PKCSException | RuntimeException e) {
      return false;
    }
  }

  private boolean opens(PKCS8EncryptedPrivateKeyInfo key) {
    try {
      return key.decryptPrivateKeyInfo(decryptors).getPrivateKeyAlgorithm() != null;
    } catch (PKCSException | RuntimeException e) {
      return false;
    }
  }

  private static InputDecryptor affordable(
      InputDecryptorProvider any, AlgorithmIdentifier algorithm) throws OperatorCreationException {
    if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
      throw new OperatorCreationException("not PBES2");
    }
    var derivation = PBES2Parameters.getInstance(algorithm.getParameters()).getKeyDerivationFunc();
    var iterations = PBKDF2Params.getInstance(derivation.getParameters()).getIterationCount();
    if (iterations.signum() <= 0
        || iterations.bitLength() > 31
        || iterations.intValue() > MOST_ITERATIONS) {
      throw new OperatorCreationException(iterations + " iterations are too many");
    }
    return any.get(algorithm);
  }
}
