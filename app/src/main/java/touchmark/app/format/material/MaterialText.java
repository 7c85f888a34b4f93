package touchmark.app.format.material;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.StringJoiner;
import javax.xml.stream.XMLStreamConstants;
import touchmark.app.format.FormatException;
import touchmark.app.format.settings.SettingsDraft;
import touchmark.app.format.xml.Xml;
import touchmark.app.settings.Settings;
import touchmark.ledger.Progress;

/// The elements of a material profile: metadata and properties by their path, settings by their
/// key, those of a machine and of its print heads in groups of their own.
final class MaterialText {
  private static final int LONGEST = 1 << 20;

  private final Xml xml;
  private final SettingsDraft draft;
  private final Deque<String> path = new ArrayDeque<>();
  private String machine = "";
  private String head = "";
  private int machines;

  MaterialText(Path file, Xml xml) {
    this.xml = xml;
    this.draft = new SettingsDraft(file);
  }

  Settings settings(Progress progress) throws FormatException, IOException {
    if (!xml.nextElement() || !xml.name().equals("fdmmaterial")) {
      throw xml.problem("the element fdmmaterial", "another");
    }
    int event = xml.nextTag();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      progress.reached(0, 0);
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin();
      } else if (!path.isEmpty()) {
        end(path.removeLast());
      }
      event = xml.nextTag();
    }
    StringJoiner name = new StringJoiner(" ");
    for (String part : new String[] {"name.brand", "name.material", "name.color"}) {
      draft.value("metadata", part).ifPresent(name::add);
    }
    return draft.settings(Optional.of(name.toString()), Optional.empty());
  }

  private void begin() throws FormatException, IOException {
    String name = xml.name();
    path.addLast(name);
    switch (name) {
      case "machine" -> {
        machines++;
        machine = "machine " + machines;
      }
      case "machine_identifier" -> {
        if (machine.equals("machine " + machines)) {
          machine += ", " + xml.attribute("product");
        }
      }
      case "hotend" -> head = ", " + name + " " + xml.attribute("id");
      case "buildplate" -> head = ", " + name + " " + xml.attribute("id");
      case "setting" -> setting();
      default -> text();
    }
  }

  private void setting() throws FormatException, IOException {
    String key = xml.attribute("key");
    String value = xml.text(LONGEST);
    draft.group(machine.isEmpty() ? "settings" : machine + head);
    draft.put(key, value);
  }

  private void text() throws FormatException, IOException {
    if (path.size() < 2) {
      return;
    }
    String value = xml.text(LONGEST);
    if (!value.isEmpty()) {
      Iterator<String> names = path.iterator();
      String section = names.next();
      draft.group(machine.isEmpty() ? section : machine + head);
      StringJoiner key = new StringJoiner(".");
      names.forEachRemaining(key::add);
      draft.put(key.toString(), value);
    }
  }

  private void end(String name) {
    switch (name) {
      case "machine" -> machine = "";
      case "hotend", "buildplate" -> head = "";
      default -> {
        // nothing ends with it
      }
    }
  }
}
