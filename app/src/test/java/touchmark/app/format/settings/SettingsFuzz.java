package touchmark.app.format.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import touchmark.app.format.FileText;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Read;
import touchmark.app.format.ini.IniReader;
import touchmark.app.format.json.JsonReader;
import touchmark.app.format.material.MaterialReader;

/// Files of settings: the first byte says which reader reads the rest. Each is read, or refused
/// with a sentence.
public final class SettingsFuzz {
  private SettingsFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length == 0) {
      return;
    }
    FormatReader reader =
        switch (data[0]) {
          case 'j' -> new JsonReader();
          case 'm' -> new MaterialReader();
          default -> new IniReader();
        };
    try {
      Read read = FileText.read(reader, "fuzzed", Arrays.copyOfRange(data, 1, data.length));
      require(read.scripts().stream().allMatch(script -> script.text().length() <= 2_000));
    } catch (FormatException e) {
      require(e.getMessage() != null && !e.getMessage().isBlank());
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new AssertionError("a reader made something impossible");
    }
  }

  static List<byte[]> specimens() {
    return Stream.of(
            "i# comment\n[print:a]\nlayer_height = 0.2\nstart_gcode = G28\n  M500\n; x\n[b]\nk:v\n",
            "j{\"name\":\"x\",\"inherits\":\"y\",\"a\":[\"1\",2],\"settings\":{\"c\":{\"type\":"
                + "\"category\",\"label\":\"L\",\"children\":{\"k\":{\"default_value\":1.5,"
                + "\"value\":\"=k\"}}}},\"overrides\":{\"o\":{\"default_value\":true}}}",
            "m<fdmmaterial><metadata><name><brand>B</brand></name></metadata><settings>"
                + "<setting key=\"a\">1</setting><machine><machine_identifier product=\"P\"/>"
                + "<hotend id=\"H\"><setting key=\"b\">2</setting></hotend></machine></settings>"
                + "</fdmmaterial>")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// Writes the specimens into a folder of the target's name.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0], "SettingsFuzz"));
    for (byte[] specimen : specimens()) {
      Files.write(folder.resolve("specimen-" + (char) specimen[0]), specimen);
    }
  }
}
