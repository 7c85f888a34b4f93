package touchmark.ledger.crypto.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/// Where a token is found again: by its label and serial number, since slots change their numbers.
///
/// @param library the PKCS#11 module, an absolute path
/// @param label as the token was named when it was initialized
/// @param serial what its maker gave it
public record TokenAddress(Path library, String label, String serial) {
  private static final int LONGEST = 4_096;
  private static final String SCHEME = "pkcs11:token=";
  private static final String SERIAL = ";serial=";
  private static final String MODULE = "?module-path=";
  private static final String PLAIN = "-._~/:";

  public TokenAddress {
    if (!library.isAbsolute()) {
      throw new IllegalArgumentException("the PKCS#11 library's path is absolute, not " + library);
    }
  }

  /// The address as a PKCS #11 URI [RFC 7512].
  public String uri() {
    return SCHEME
        + escaped(label)
        + SERIAL
        + escaped(serial)
        + MODULE
        + escaped(library.toString());
  }

  /// Reads what [#uri] wrote.
  ///
  /// @throws IllegalArgumentException if the text is anything else
  public static TokenAddress parse(String uri) {
    int serial = uri.indexOf(SERIAL);
    int module = uri.indexOf(MODULE);
    if (uri.length() > LONGEST
        || !uri.startsWith(SCHEME)
        || serial < SCHEME.length()
        || module < serial + SERIAL.length()) {
      throw new IllegalArgumentException("no PKCS #11 URI of a token, its serial and its module");
    }
    try {
      return new TokenAddress(
          Path.of(plain(uri.substring(module + MODULE.length()))),
          plain(uri.substring(SCHEME.length(), serial)),
          plain(uri.substring(serial + SERIAL.length(), module)));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("the PKCS #11 URI names no path", e);
    }
  }

  /// For people.
  @Override
  public String toString() {
    return "token '" + label + "' (serial " + serial + ")";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (alphanumeric || PLAIN.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static String plain(String escaped) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '%') {
        out.write(c);
      } else if (i + 2 < escaped.length()) {
        out.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
        i += 2;
      } else {
        throw new IllegalArgumentException("the PKCS #11 URI ends within an escape");
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
