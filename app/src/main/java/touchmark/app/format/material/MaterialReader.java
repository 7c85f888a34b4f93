package touchmark.app.format.material;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.settings.ProfileScripts;
import touchmark.app.format.xml.Xml;
import touchmark.app.settings.Settings;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads `.fdm_material` files.
public final class MaterialReader implements FormatReader {
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]{1,40}:)?fdmmaterial[\\s>]");

  @Override
  public boolean recognises(Head head) {
    return head.isText() && ROOT.matcher(head.text()).find();
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    try (Xml xml = new Xml(source.path(), "the file", source.stream())) {
      Settings settings = new MaterialText(source.path(), xml).settings(progress);
      return new Read(
          new Format("material profile", DataType.CONFIGURATION),
          new ProductData.Configured(settings),
          List.of(),
          ProfileScripts.find(settings));
    }
  }
}
