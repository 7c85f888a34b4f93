package touchmark.app.format.qif;

import java.io.IOException;
import java.util.regex.Pattern;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.xml.Xml;
import touchmark.app.measured.Measured;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads QIF documents.
public final class QifReader implements FormatReader {
  private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]{1,40}:)?QIFDocument[\\s>]");
  private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){0,3}");

  @Override
  public boolean recognises(Head head) {
    return head.isText() && ROOT.matcher(head.text()).find();
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    try (Xml xml = new Xml(source.path(), "the file", source.stream())) {
      if (!xml.nextElement() || !xml.name().equals("QIFDocument")) {
        throw xml.problem("the element QIFDocument", "another");
      }
      String version = xml.attribute("versionQIF");
      String name = VERSION.matcher(version).matches() ? "QIF " + version : "QIF";
      Measured.Results results = new QifText(xml, progress).results();
      return new Read(new Format(name, DataType.CONTROL_DATA), new ProductData.Results(results));
    }
  }
}
