package touchmark.app.format.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import touchmark.app.format.FormatException;

/// Walks the elements of an XML part. Document types are refused [3MF Core 2.3.2], so that there
/// are no entities to expand or to fetch.
public final class Xml implements AutoCloseable {
  /// Most elements within each other.
  public static final int DEEPEST = 100;

  /// Most namespace prefixes in force at one place; files have a dozen.
  public static final int MOST_PREFIXES = 256;

  /// Most bytes of a tag, a comment or an instruction.
  public static final int LONGEST_TOKEN = 16 << 20;

  private static final int NOTHING = 0;

  private final Path file;
  private final String part;
  private final InputStream stream;
  private final XMLStreamReader reader;
  private final Namespaces namespaces = new Namespaces();
  private int depth;

  /// An event that was met and is not yet told, or [#NOTHING].
  private int met = NOTHING;

  /// @param part its name, for messages
  /// @param stream closed together with this
  public Xml(Path file, String part, InputStream stream) throws FormatException, IOException {
    this.file = file;
    this.part = part;
    this.stream = stream;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    // the bound here is the one below, with its sentence, whatever the JDK's own is
    factory.setProperty("jdk.xml.maxElementDepth", 0);
    try {
      this.reader = factory.createXMLStreamReader(new XmlTokens(file, part, stream));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /// Goes to the next beginning of an element.
  ///
  /// @return false at the end of the document
  public boolean nextElement() throws FormatException, IOException {
    return step(false) != XMLStreamConstants.END_DOCUMENT;
  }

  /// Goes to the next beginning or end of an element.
  ///
  /// @return [XMLStreamConstants#START_ELEMENT], `END_ELEMENT` or `END_DOCUMENT`
  public int nextTag() throws FormatException, IOException {
    return step(true);
  }

  /// The text from the beginning of an element to its first child or its end, without the blanks
  /// around. The walk goes on with the tag that stands there; name and attributes of the element
  /// are asked for before.
  ///
  /// @param most characters of it
  public String text(int most) throws FormatException, IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (met = reader.next(); !isTag(met); met = reader.next()) {
        refuseEntities(met);
        if (reader.hasText() && met != XMLStreamConstants.COMMENT) {
          if (text.length() + reader.getTextLength() > most) {
            throw problem("a text of at most " + most + " characters", "a longer one");
          }
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
    return text.toString().strip();
  }

  private static boolean isTag(int event) {
    return event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
  }

  private void refuseEntities(int event) throws FormatException {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw problem("no document type and no entities", "one");
    }
  }

  private int next() throws XMLStreamException {
    int event = met == NOTHING ? reader.next() : met;
    met = NOTHING;
    return event;
  }

  private int step(boolean ends) throws FormatException, IOException {
    try {
      while (met != NOTHING || reader.hasNext()) {
        int event = next();
        refuseEntities(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          if (depth > DEEPEST) {
            throw problem("elements at most " + DEEPEST + " deep", "deeper ones");
          }
          if (!namespaces.enter(reader)) {
            throw problem("at most " + MOST_PREFIXES + " namespace prefixes", "more");
          }
          return event;
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
          namespaces.leave();
          if (ends) {
            return event;
          }
        }
      }
      return XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /// Name of the element without its prefix.
  public String name() {
    return Namespaces.local(reader.getLocalName());
  }

  /// Namespace of the element, empty for none.
  public String namespace() {
    return namespace(Namespaces.prefix(reader.getLocalName()));
  }

  /// The namespace that a prefix stands for here, empty for none.
  public String namespace(String prefix) {
    return namespaces.of(prefix);
  }

  /// An attribute without a namespace, empty when it is missing.
  public String attribute(String name) {
    return attribute("", name);
  }

  /// An attribute of a namespace, empty when it is missing.
  public String attribute(String namespace, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)
          && attributeNamespace(reader.getAttributePrefix(i)).equals(namespace)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /// An attribute without a prefix has no namespace, whatever the default [Namespaces in XML 6.2].
  private String attributeNamespace(String prefix) {
    return prefix.isEmpty() ? "" : namespaces.of(prefix);
  }

  /// A finite number in an attribute that must be there.
  public float number(String name) throws FormatException {
    return number(name, attribute(name));
  }

  /// A finite number that a text at this place is.
  ///
  /// @param name what it is called, for the message
  public float number(String name, String text) throws FormatException {
    try {
      float value = Float.parseFloat(text);
      if (Float.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw problem("a number as " + name, "\"" + text + "\"", e);
    }
    throw problem("a finite number as " + name, "\"" + text + "\"");
  }

  /// A number of 0 or more in an attribute that must be there.
  public int index(String name) throws FormatException {
    return index(name, attribute(name));
  }

  /// A number of 0 or more that a text at this place is.
  ///
  /// @param name what it is called, for the message
  public int index(String name, String text) throws FormatException {
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw problem("an index as " + name, "\"" + text + "\"", e);
    }
    throw problem("an index as " + name, "\"" + text + "\"");
  }

  /// A problem at this place.
  public FormatException problem(String expected, String found) {
    return new FormatException(file, place(), expected, found);
  }

  private FormatException problem(String expected, String found, Exception cause) {
    return new FormatException(file, place(), expected, found, cause);
  }

  private String place() {
    return part + ", line " + reader.getLocation().getLineNumber();
  }

  /// The sentence of a damaged ZIP part goes first, then what the XML parser says.
  private FormatException damaged(XMLStreamException e) throws IOException {
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    if (cause instanceof IOException told) {
      if (told.getCause() instanceof FormatException told2) {
        return told2;
      }
      throw told;
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String message = e.getMessage() == null ? "something else" : e.getMessage();
    String said = message.substring(message.indexOf("Message: ") + 1).replaceAll("\\s+", " ");
    return new FormatException(
        file, part + ", line " + line, "well-formed XML", said.replaceFirst("^essage: ", ""), e);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
