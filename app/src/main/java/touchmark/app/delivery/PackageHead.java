package touchmark.app.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import touchmark.app.disk.Json;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.ResourceId;

/// The open beginning of a package: for whom it is, and the wrapped content key.
///
/// @param recipient the organization whose encryption certificate the key is wrapped for
/// @param wrappedKey CMS EnvelopedData, DER [RFC 5652]
record PackageHead(ResourceId recipient, Bytes wrappedKey) {
  private static final byte[] MAGIC = {(byte) 0x89, 'T', 'M', 'K', '\r', '\n', 0x1a, '\n'};
  private static final int VERSION = 1;
  private static final int MOST_BYTES = 1 << 16;

  /// The exact bytes; every chunk is bound to them.
  byte[] encode() {
    byte[] json =
        Json.object()
            .put("version", VERSION)
            .put("recipient", recipient.value())
            .put("wrappedKey", Base64.getEncoder().encodeToString(wrappedKey.toArray()))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(json.length);
      out.write(json);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /// The head and its exact bytes.
  record Read(PackageHead head, Bytes bytes) {}

  static Read read(Path file, InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new PackageException(
          PackageException.Reason.NOT_A_PACKAGE,
          file,
          "expected a Touchmark package, found another beginning");
    }
    try {
      int length = in.readInt();
      if (length < 2 || length > MOST_BYTES) {
        throw new PackageException(
            PackageException.Reason.ALTERED,
            file,
            "byte 8: expected a head of 2 to " + MOST_BYTES + " bytes, found " + length);
      }
      byte[] json = new byte[length];
      in.readFully(json);
      byte[] bytes = Arrays.copyOf(magic, MAGIC.length + 4 + length);
      for (int i = 0; i < 4; i++) {
        bytes[MAGIC.length + i] = (byte) (length >>> (24 - 8 * i));
      }
      System.arraycopy(json, 0, bytes, MAGIC.length + 4, length);
      return new Read(parse(file, new String(json, StandardCharsets.UTF_8)), Bytes.of(bytes));
    } catch (EOFException e) {
      throw new PackageException(PackageException.Reason.ALTERED, file, "the head is cut short", e);
    }
  }

  private static PackageHead parse(Path file, String text) throws PackageException {
    try {
      ObjectNode json = Json.parse("the head", text);
      int version = json.path("version").asInt(0);
      if (version != VERSION) {
        throw new PackageException(
            PackageException.Reason.NOT_A_PACKAGE,
            file,
            "expected package version " + VERSION + ", found " + version);
      }
      return new PackageHead(
          new ResourceId(Json.text("the head", json, "recipient")),
          Bytes.of(Base64.getDecoder().decode(Json.text("the head", json, "wrappedKey"))));
    } catch (PackageException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new PackageException(
          PackageException.Reason.ALTERED, file, String.valueOf(e.getMessage()), e);
    }
  }
}
