package touchmark.app.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchmark.app.format.stl.StlWriter;
import touchmark.app.format.threemf.ThreeMfWriter;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;

/// Writes the sample's files: the bracket, its tampered twin, both sliced, and a stranger's part.
/// The same version writes the same bytes everywhere.
public final class SampleFiles {
  public static final String MODEL = "bracket.3mf";
  public static final String MODEL_STL = "bracket.stl";
  public static final String SLICED = "bracket.gcode";
  public static final String TAMPERED = "bracket-tampered.3mf";
  public static final String TAMPERED_STL = "bracket-tampered.stl";
  public static final String TAMPERED_SLICED = "bracket-tampered.gcode";
  public static final String STRANGER = "spacer.stl";

  private SampleFiles() {}

  /// Writes all files into a directory, which is made if it is missing. Files that are there with
  /// the same bytes stay as they are.
  ///
  /// @return the files, in the order of the constants
  /// @throws FileAlreadyExistsException if a file of such a name has other bytes; then nothing is
  ///   written
  public static List<Path> write(Path directory) throws IOException {
    Map<String, byte[]> files = contents();
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      if (Files.exists(path) && !isSame(path, file.getValue())) {
        throw new FileAlreadyExistsException(
            path.toString(), null, "another file has this name already; choose an empty directory");
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      if (!Files.exists(path)) {
        Files.write(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    }
    return files.keySet().stream().map(directory::resolve).toList();
  }

  private static boolean isSame(Path path, byte[] bytes) throws IOException {
    return Files.isRegularFile(path)
        && Files.size(path) == bytes.length
        && MessageDigest.isEqual(Files.readAllBytes(path), bytes);
  }

  private static Map<String, byte[]> contents() throws IOException {
    SampleBracket bracket = new SampleBracket();
    Mesh genuine = bracket.genuine();
    Mesh tampered = bracket.tampered();
    byte[] model = threeMf(genuine, "bracket");
    Fingerprint fingerprint = fingerprint(model);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(MODEL, model);
    files.put(MODEL_STL, stl(genuine, "Touchmark sample: bracket"));
    files.put(SLICED, sliced(genuine, fingerprint));
    files.put(TAMPERED, threeMf(tampered, "bracket"));
    files.put(TAMPERED_STL, stl(tampered, "Touchmark sample: bracket"));
    // it lies about its model, as someone who tampers would
    files.put(TAMPERED_SLICED, sliced(tampered, fingerprint));
    files.put(STRANGER, stl(new SampleSpacer().mesh(), "Touchmark sample: spacer"));
    return files;
  }

  private static byte[] threeMf(Mesh mesh, String title) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ThreeMfWriter.write(mesh, title, Optional.empty(), out);
    return out.toByteArray();
  }

  private static byte[] stl(Mesh mesh, String title) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StlWriter.binary(mesh, title, out);
    return out.toByteArray();
  }

  private static byte[] sliced(Mesh mesh, Fingerprint model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SampleSlicer().slice(mesh, MODEL, model, out);
    return out.toByteArray();
  }

  private static Fingerprint fingerprint(byte[] bytes) {
    try {
      return new Fingerprint(Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
