package touchmark.app.delivery;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM over numbered chunks, the last one marked (the STREAM construction of Hoang,
/// Reyhanitabar, Rogaway and Vizar, 2015): a chunk that is altered, moved, dropped or added does
/// not open. The key serves one package only, so the chunk's number and mark are the whole nonce.
/// One thread uses it.
final class ChunkCipher {
  /// Bytes of content in each chunk but the last.
  static final int CHUNK = 1 << 20;

  /// Bytes that sealing adds to a chunk.
  static final int TAG = 16;

  /// Bytes of the key.
  static final int KEY = 32;

  private static final int NONCE = 12;

  private final Cipher cipher;
  private final SecretKeySpec key;
  private final byte[] header;
  private long number;

  /// @param header bound to every chunk
  ChunkCipher(byte[] key, byte[] header) {
    this.key = new SecretKeySpec(key, "AES");
    this.header = header.clone();
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /// Seals the next chunk.
  ///
  /// @return how many bytes of `out` are used
  int seal(byte[] content, int length, boolean last, byte[] out) {
    try {
      begin(Cipher.ENCRYPT_MODE, last);
      return cipher.doFinal(content, 0, length, out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing cannot fail", e);
    }
  }

  /// Opens the next chunk.
  ///
  /// @return how many bytes of `out` are used
  /// @throws AEADBadTagException when it is not the chunk that was sealed at this place
  int open(byte[] sealed, int length, boolean last, byte[] out) throws AEADBadTagException {
    try {
      begin(Cipher.DECRYPT_MODE, last);
      return cipher.doFinal(sealed, 0, length, out);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening fails by the tag alone", e);
    }
  }

  /// Number of the next chunk, from 0.
  long next() {
    return number;
  }

  private void begin(int mode, boolean last) throws GeneralSecurityException {
    byte[] nonce =
        ByteBuffer.allocate(NONCE).position(3).putLong(number++).put((byte) (last ? 1 : 0)).array();
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(header);
  }
}
