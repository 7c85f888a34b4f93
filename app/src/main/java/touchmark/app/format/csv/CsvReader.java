package touchmark.app.format.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.measured.Measured;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads a table whose first line is its header, or a height map.
public final class CsvReader implements FormatReader {
  private static final int LARGEST = 64 << 20;

  /// How many lines must have as many cells as the first, where there are so many.
  private static final int LINES = 20;

  @Override
  public boolean recognises(Head head) {
    if (!head.isText()) {
      return false;
    }
    String text = head.text();
    if (text.startsWith(HeightMapText.BEGINNING)) {
      return true;
    }
    Optional<Character> separator = CsvText.separator(text);
    return separator.isPresent() && (head.isNamed(".csv") || isTable(text, separator.get()));
  }

  private static boolean isTable(String text, char separator) {
    List<String> lines = text.lines().limit(LINES + 1L).toList();
    // the last may be cut
    int whole = lines.size() > 2 ? lines.size() - 1 : lines.size();
    int cells = CsvText.cells(lines.getFirst(), separator);
    return whole > 1
        && lines.subList(0, whole).stream()
            .allMatch(line -> line.isEmpty() || CsvText.cells(line, separator) == cells);
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    String text = SettingsDraft.text(source.whole(LARGEST));
    progress.reached(source.size(), source.size());
    boolean heights = text.startsWith(HeightMapText.BEGINNING);
    Measured measured =
        heights
            ? HeightMapText.read(source.path(), text)
            : CsvText.read(source.path(), text, progress);
    return new Read(
        new Format(heights ? "height map" : "CSV", DataType.CONTROL_DATA),
        new ProductData.Results(measured));
  }
}
