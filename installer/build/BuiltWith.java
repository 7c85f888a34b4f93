import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Records the JDK of this build for the start scripts, which look there among other places:
/// `BuiltWith.java FILE`.
public final class BuiltWith {
  private BuiltWith() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, System.getProperty("java.home") + "\n");
  }
}
