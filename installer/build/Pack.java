import java.io.IOException;

/// Starts installer/package with the JDK that this program runs on: `Pack.java SCRIPT VERSION`.
public final class Pack {
  private Pack() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    ProcessBuilder packing =
        new ProcessBuilder("bash", args[0], System.getProperty("java.home"), args[1]);
    System.exit(packing.inheritIO().start().waitFor());
  }
}
