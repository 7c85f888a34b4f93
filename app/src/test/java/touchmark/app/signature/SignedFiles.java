package touchmark.app.signature;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import touchmark.app.format.ProductFiles;
import touchmark.ledger.Progress;

/// Files for tests, signed or not.
final class SignedFiles {
  /// A STEP file with a string and a comment that look like a signature.
  static final String STEP =
      """
      ISO-10303-21;
      HEADER;
      FILE_DESCRIPTION(('SIGNATURE; MIIB ENDSEC; it''s no signature'),'2;1');
      FILE_NAME('part.stp','2026-01-01T00:00:00',(''),(''),'','','');
      FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));
      ENDSEC;
      DATA;
      /* SIGNATURE; MIIB ENDSEC; */
      #1=CARTESIAN_POINT('END-ISO-10303-21;',(0.,0.,0.));
      ENDSEC;
      END-ISO-10303-21;
      """;

  private SignedFiles() {}

  static Path write(Path file, String text) throws Exception {
    return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String text(Path file) throws Exception {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  static Path sign(Path file, Path copy, SigningHand hand) throws Exception {
    try (OutputStream out = Files.newOutputStream(copy)) {
      SignedCopies.write(
          new ProductFiles().open(file, Progress.SILENT), hand, out, Progress.SILENT);
    }
    return copy;
  }

  static List<FoundSignature> found(Path file, Trust trust) throws Exception {
    return Signatures.of(
        new ProductFiles().openUnread(file, Progress.SILENT), trust, Progress.SILENT);
  }

  static FoundSignature only(Path file, Trust trust) throws Exception {
    List<FoundSignature> found = found(file, trust);
    if (found.size() != 1) {
      throw new AssertionError("one signature expected, found " + found);
    }
    return found.getFirst();
  }

  /// Changes the parts of an archive.
  interface Change {
    /// @return the new bytes, or none to drop the part
    byte[] of(String name, byte[] bytes);
  }

  static Path repacked(Path from, Path to, Change change) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] changed = change.of(entry.getName(), in.readAllBytes());
        if (changed.length > 0 || entry.getName().endsWith(".sigs")) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          out.write(changed);
          out.closeEntry();
        }
      }
    }
    return Files.write(to, bytes.toByteArray());
  }

  static byte[] replaced(byte[] bytes, String old, String with) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .replace(old, with)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
