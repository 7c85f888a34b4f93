package touchmark.ledger.crypto.token;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.security.auth.login.LoginException;

/// A token that its PIN opened, through the platform's SunPKCS11. Makes P-256 keys, and signs with
/// them and with P-256 keys that it held before; keys of other kinds are listed, and not used.
/// Private keys never leave it. Safe for use by any thread; one thread at a time uses the token.
public final class Token {
  private final TokenAddress address;
  private final Provider provider;
  private final KeyStore store;

  /// A key of any kind in the token, with the certificate that lies beside it.
  ///
  /// @param label the token's name of both
  /// @param chain its certificate first
  public record Entry(String label, List<X509Certificate> chain) {
    public Entry {
      chain = List.copyOf(chain);
      if (chain.isEmpty()) {
        throw new IllegalArgumentException("a key without a certificate is not listed");
      }
    }

    /// As the certificate says.
    public PublicKey publicKey() {
      return chain.getFirst().getPublicKey();
    }
  }

  /// A key that was just made, and is lost unless [#keep] keeps it.
  public record Fresh(KeyPair keys) {}

  private Token(TokenAddress address, Provider provider, KeyStore store) {
    this.address = address;
    this.provider = provider;
    this.store = store;
  }

  /// Finds the token and opens it.
  ///
  /// @throws TokenException MISSING when it is not there, WRONG_PIN when the PIN does not open it
  public static Token open(TokenAddress address, char[] pin) throws TokenException {
    TokenSlot slot = slotOf(address);
    if (slot.pinLocked()) {
      throw new TokenException(
          TokenException.Reason.WRONG_PIN,
          "the PIN of the " + address + " is locked; its security officer can unlock it");
    }
    try {
      Provider provider = provider(address, slot.slot());
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return new Token(address, provider, store);
    } catch (IOException | GeneralSecurityException | ProviderException e) {
      if (isLogin(e)) {
        throw new TokenException(
            TokenException.Reason.WRONG_PIN, "the PIN does not open the " + address, e);
      }
      throw failed(address, "cannot be opened", e);
    }
  }

  public TokenAddress address() {
    return address;
  }

  /// The keys in the token that have a certificate there.
  public synchronized List<Entry> entries() throws TokenException {
    try {
      List<Entry> entries = new ArrayList<>();
      for (String label : Collections.list(store.aliases())) {
        if (store.isKeyEntry(label)) {
          List<X509Certificate> chain = new ArrayList<>();
          for (var certificate : store.getCertificateChain(label)) {
            if (certificate instanceof X509Certificate x509) {
              chain.add(x509);
            }
          }
          if (!chain.isEmpty()) {
            entries.add(new Entry(label, chain));
          }
        }
      }
      return entries;
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(address, "cannot be read", e);
    }
  }

  /// Makes a P-256 key that cannot be taken out.
  public synchronized Fresh make() throws TokenException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new Fresh(generator.generateKeyPair());
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(address, "makes no P-256 key", e);
    }
  }

  /// Keeps a fresh key in the token, with the certificate by which it is found again.
  public synchronized void keep(Fresh fresh, String label, X509Certificate certificate)
      throws TokenException {
    try {
      store.setKeyEntry(
          label, fresh.keys().getPrivate(), null, new X509Certificate[] {certificate});
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(address, "does not keep the key", e);
    }
  }

  /// Signs a SHA-256 hash with ECDSA, with a key that was not kept yet.
  ///
  /// @return DER of r and s; s may be the higher one
  public synchronized byte[] sign(Fresh fresh, byte[] hash) throws TokenException {
    return sign(fresh.keys().getPrivate(), hash);
  }

  /// Signs a SHA-256 hash with ECDSA, with the P-256 key whose public half this is.
  ///
  /// @return DER of r and s; s may be the higher one
  /// @throws TokenException MISSING when the token was removed, or holds no such key any more
  public synchronized byte[] sign(PublicKey publicKey, byte[] hash) throws TokenException {
    slotOf(address);
    return sign(privateKey(publicKey), hash);
  }

  private byte[] sign(PrivateKey key, byte[] hash) throws TokenException {
    try {
      Signature signature = Signature.getInstance("NONEwithECDSA", provider);
      signature.initSign(key);
      signature.update(hash);
      return signature.sign();
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(address, "does not sign", e);
    }
  }

  private PrivateKey privateKey(PublicKey publicKey) throws TokenException {
    try {
      for (String label : Collections.list(store.aliases())) {
        if (store.isKeyEntry(label)
            && Arrays.equals(
                store.getCertificate(label).getPublicKey().getEncoded(), publicKey.getEncoded())
            && store.getKey(label, null) instanceof PrivateKey key) {
          return key;
        }
      }
    } catch (GeneralSecurityException | ProviderException e) {
      throw failed(address, "cannot be read", e);
    }
    throw new TokenException(
        TokenException.Reason.MISSING, "the " + address + " does not hold the key any more");
  }

  private static TokenSlot slotOf(TokenAddress address) throws TokenException {
    List<TokenSlot> tokens = Cryptoki.load(address.library()).tokens();
    return tokens.stream()
        .filter(
            token ->
                token.label().equals(address.label()) && token.serial().equals(address.serial()))
        .findFirst()
        .orElseThrow(
            () ->
                new TokenException(
                    TokenException.Reason.MISSING,
                    "the %s is not there; plug it in (%s)"
                        .formatted(address, TokenSlot.listed(tokens))));
  }

  private static Provider provider(TokenAddress address, long slot) throws TokenException {
    String library = address.library().toString();
    if (library.indexOf('"') >= 0 || library.indexOf('\n') >= 0 || library.contains("${")) {
      throw new TokenException(
          TokenException.Reason.FAILED,
          "the path of a PKCS#11 library holds no quotation mark, line end or '${': " + library);
    }
    Provider general = Security.getProvider("SunPKCS11");
    if (general == null) {
      throw new TokenException(
          TokenException.Reason.FAILED, "this Java was made without PKCS#11 (jdk.crypto.cryptoki)");
    }
    try {
      return general.configure(
          String.format(
              Locale.ROOT,
              """
              --name = slot%d
              library = "%s"
              slot = %d
              attributes(generate, CKO_PRIVATE_KEY, *) = {
                CKA_SENSITIVE = true
                CKA_EXTRACTABLE = false
                CKA_SIGN = true
              }
              """,
              slot,
              library.replace("\\", "\\\\"),
              slot));
    } catch (InvalidParameterException | ProviderException e) {
      throw failed(address, "cannot be opened", e);
    }
  }

  private static boolean isLogin(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LoginException) {
        return true;
      }
    }
    return false;
  }

  private static TokenException failed(TokenAddress address, String what, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new TokenException(
        TokenException.Reason.FAILED,
        "the %s %s: %s".formatted(address, what, root.getMessage()),
        cause);
  }
}
