package touchmark.ui.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The pictures of a tour in the order in which they were taken, and a page that shows them all.
final class Album {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Touchmark: the tour</title>
      <style>
      body { font: 16px/1.45 system-ui, sans-serif; margin: 2rem; color: #1f2328; background: #f6f8fa }
      main { display: grid; gap: 2rem; grid-template-columns: repeat(auto-fill, minmax(34rem, 1fr)) }
      figure { margin: 0; background: #fff; border: 1px solid #d0d7de; border-radius: 6px; overflow: hidden }
      img { display: block; width: 100%; height: auto }
      figcaption { padding: .75rem 1rem }
      </style>
      <h1>The tour</h1>
      <main>
      """;

  private record Picture(String file, String caption) {}

  private final Path folder;
  private final List<Picture> pictures = new ArrayList<>();

  Album(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /// The name that the next picture is to be kept under in the folder, without its ending. The page
  /// shows it from now on.
  String next(String name, String caption) {
    String numbered = String.format(Locale.ROOT, "%02d-%s", pictures.size() + 1, name);
    pictures.add(new Picture(numbered + ".png", caption));
    write();
    return numbered;
  }

  private void write() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Picture picture : pictures) {
      String caption = escaped(picture.caption());
      page.append(
              "<figure><a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$s\"></a>"
                  .formatted(picture.file(), caption))
          .append("<figcaption>%s</figcaption></figure>\n".formatted(caption));
    }
    page.append("</main>\n</html>\n");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("index.html"), page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
