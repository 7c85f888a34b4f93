package touchmark.app.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.Test;
import touchmark.app.format.FormatException;

/// What comes out of XML that a friend wrote, and what does not of an enemy's.
class XmlTest {
  private static Xml of(String text) throws FormatException, IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Xml(Path.of("a.xml"), "the file", new ByteArrayInputStream(bytes));
  }

  @Test
  void textIsReadUpToTheNextTagWhichTheWalkGoesOnWith() throws Exception {
    try (Xml xml = of("<a> one <!-- no -->&lt;<![CDATA[two]]> <b>three</b> four</a>")) {
      assertThat(xml.nextElement()).isTrue();
      assertThat(xml.text(100)).isEqualTo("one <two");
      assertThat(xml.nextTag()).isEqualTo(XMLStreamConstants.START_ELEMENT);
      assertThat(xml.name()).isEqualTo("b");
      assertThat(xml.text(100)).isEqualTo("three");
      assertThat(xml.nextTag()).isEqualTo(XMLStreamConstants.END_ELEMENT);
      assertThat(xml.nextTag()).isEqualTo(XMLStreamConstants.END_ELEMENT);
      assertThat(xml.nextElement()).isFalse();
    }
  }

  @Test
  void anElementWithoutTextHasAnEmptyOne() throws Exception {
    try (Xml xml = of("<a><b/><c/></a>")) {
      xml.nextElement();
      xml.nextElement();
      assertThat(xml.text(100)).isEmpty();
      assertThat(xml.nextElement()).isTrue();
      assertThat(xml.name()).isEqualTo("c");
    }
  }

  @Test
  void textWithoutEndIsRefused() throws Exception {
    try (Xml xml = of("<a>" + "x".repeat(101) + "</a>")) {
      xml.nextElement();
      assertThatThrownBy(() -> xml.text(100))
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("a text of at most 100 characters");
    }
  }

  @Test
  void elementsNestedWithoutEndAreRefused() throws Exception {
    try (Xml xml = of("<a>".repeat(Xml.DEEPEST + 1))) {
      assertThatThrownBy(
              () -> {
                while (xml.nextElement()) {
                  assertThat(xml.name()).isEqualTo("a");
                }
              })
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("at most 100 deep");
    }
  }

  @Test
  void anEntityIsRefusedInTextToo() throws Exception {
    try (Xml xml = of("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>")) {
      assertThatThrownBy(xml::nextElement)
          .isInstanceOf(FormatException.class)
          .hasMessageContaining("no document type and no entities");
    }
    try (Xml xml = of("<a>&e;</a>")) {
      xml.nextElement();
      assertThatThrownBy(() -> xml.text(100)).isInstanceOf(FormatException.class);
    }
  }
}
