package touchmark.app.format.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/// Which prefix stands for which namespace, element by element. The XML parser is not asked, since
/// it refuses a whole file for one prefix that is not declared, and such files are about.
final class Namespaces {
  private static final String DECLARATION = "xmlns";

  /// The prefixes in force in each open element, the innermost first.
  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  Namespaces() {
    scopes.push(Map.of());
  }

  /// An element begins.
  ///
  /// @return false when more than [Xml#MOST_PREFIXES] prefixes would be in force
  boolean enter(XMLStreamReader element) {
    Map<String, String> scope = scopes.element();
    boolean own = false;
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String name = element.getAttributeLocalName(i);
      String prefix = element.getAttributePrefix(i);
      boolean plain = prefix.isEmpty() && name.equals(DECLARATION);
      if (plain || prefix.equals(DECLARATION)) {
        // a scope of its own only where something is declared: a model has millions of elements
        scope = own ? scope : new HashMap<>(scope);
        own = true;
        scope.put(plain ? "" : name, element.getAttributeValue(i));
      }
    }
    scopes.push(scope);
    return scope.size() <= Xml.MOST_PREFIXES;
  }

  /// The element ends.
  void leave() {
    scopes.pop();
  }

  /// The namespace of a prefix, empty for one that is not declared.
  String of(String prefix) {
    return scopes.element().getOrDefault(prefix, "");
  }

  /// What stands before the colon of a name, empty without one.
  static String prefix(String name) {
    return name.substring(0, Math.max(0, name.indexOf(':')));
  }

  /// What stands after the colon of a name.
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }
}
