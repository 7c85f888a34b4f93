package touchmark.app.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.CadFacts;

/// Compares what CAD files say of their structure, and their shapes where both have one.
final class CadComparison {
  private final List<Change> changes = new ArrayList<>();

  private CadComparison() {}

  /// @param shapes what their shapes differ in; empty when one has none
  static Difference compare(CadFacts from, CadFacts to, Optional<Difference> shapes) {
    CadComparison comparison = new CadComparison();
    comparison.structure(from, to);
    if (shapes.isPresent()) {
      comparison.changes.addAll(shapes.get().changes());
    } else {
      // other bytes, and nothing that could be measured: not to be taken for the same
      comparison.changes.add(
          Change.of(
              Change.Kind.CHANGED,
              "the bytes differ, and shapes that are not shown were not compared"));
    }
    comparison.remarks(from, to);
    return Difference.of(comparison.changes);
  }

  private void structure(CadFacts from, CadFacts to) {
    for (String product : to.products()) {
      if (!from.products().contains(product)) {
        changes.add(Change.of(Change.Kind.ADDED, "the product " + product + " is new"));
      }
    }
    for (String product : from.products()) {
      if (!to.products().contains(product)) {
        changes.add(Change.of(Change.Kind.REMOVED, "the product " + product + " is gone"));
      }
    }
    if (!from.assembly().equals(to.assembly()) && from.products().equals(to.products())) {
      changes.add(Change.of(Change.Kind.CHANGED, "the same products are assembled otherwise"));
    }
    changed("unit of length", from.unit(), to.unit());
    changed("solids", from.solids(), to.solids());
    changed("faces", from.faces(), to.faces());
    changed("internal voids that the solids state", from.voids(), to.voids());
  }

  private void remarks(CadFacts from, CadFacts to) {
    remark("schema", from.schema(), to.schema());
    remark("program", from.system(), to.system());
    remark("author", from.author(), to.author());
    remark("time", from.written(), to.written());
    remark("signature sections", from.signatures(), to.signatures());
  }

  private void changed(String what, Object from, Object to) {
    add(Change.Kind.CHANGED, what, from, to);
  }

  private void remark(String what, Object from, Object to) {
    add(Change.Kind.REMARK, what, from, to);
  }

  private void add(Change.Kind kind, String what, Object from, Object to) {
    if (!from.equals(to)) {
      changes.add(Change.of(kind, what + ": " + shown(from) + ", now " + shown(to)));
    }
  }

  private static String shown(Object value) {
    String text = value.toString();
    return text.isEmpty() ? "none stated" : text;
  }
}
