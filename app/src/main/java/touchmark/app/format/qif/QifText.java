package touchmark.app.format.qif;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import touchmark.app.format.FormatException;
import touchmark.app.format.xml.Xml;
import touchmark.app.measured.Characteristic;
import touchmark.app.measured.Measured;
import touchmark.ledger.Progress;

/// Walks a QIF document once and keeps what characteristics are made of; they refer to each other
/// by ids in any order, so they are put together at the end.
final class QifText {
  private static final int MOST = 1_000_000;
  private static final int LONGEST = 64 * 1024;

  private static final Pattern CHARACTERISTIC =
      Pattern.compile("(\\w{0,80})Characteristic(Definition|Nominal|Item|Measurement|Actual)");

  private static final Pattern FEATURE = Pattern.compile("\\w{1,80}Feature(Nominal|Item)");

  /// What is read within a characteristic.
  private static final Set<String> LEAVES =
      Set.of(
          "Name",
          "Designator",
          "TargetValue",
          "MaxValue",
          "MinValue",
          "DefinedAsLimit",
          "ToleranceValue",
          "OuterDisposition",
          "MaterialCondition",
          "CharacteristicDefinitionId",
          "CharacteristicNominalId",
          "CharacteristicItemId",
          "CharacteristicStatusEnum",
          "Value");

  private final Xml xml;
  private final Progress progress;
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> products = new LinkedHashSet<>();
  private final Map<String, Draft> definitions = new HashMap<>();
  private final Map<String, Draft> nominals = new LinkedHashMap<>();
  private final Map<String, Draft> items = new LinkedHashMap<>();
  private final List<Draft> measurements = new ArrayList<>();
  private final Map<Integer, String> componentOfRun = new HashMap<>();
  private final Map<String, String> serials = new HashMap<>();
  private Optional<Draft> current = Optional.empty();
  private String product = "";
  private String component = "";
  private String linearUnit = "";
  private String angularUnit = "";
  private int run;
  private int featureNominals;
  private int featureItems;
  private int kept;

  /// @param xml at the root element
  QifText(Xml xml, Progress progress) {
    this.xml = xml;
    this.progress = progress;
  }

  Measured.Results results() throws FormatException, IOException {
    int event = xml.nextTag();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin(xml.name());
      } else if (!path.isEmpty()) {
        end(path.removeLast());
      }
      event = xml.nextTag();
    }
    return new Measured.Results(
        List.copyOf(products),
        featureItems > 0 ? featureItems : featureNominals,
        characteristics());
  }

  private void begin(String name) throws FormatException, IOException {
    String parent = path.isEmpty() ? "" : path.getLast();
    path.addLast(name);
    if (current.isPresent()) {
      leaf(current.get(), name);
      return;
    }
    Matcher characteristic = CHARACTERISTIC.matcher(name);
    if (characteristic.matches() && parent.startsWith("Characteristic")) {
      progress.reached(0, 0);
      current = Optional.of(new Draft(characteristic.group(1), xml.attribute("id"), run));
      return;
    }
    switch (name) {
      case "Part" -> product = parent.equals("PartSet") ? xml.attribute("label") : product;
      case "Assembly" -> product = parent.equals("AssemblySet") ? xml.attribute("label") : product;
      case "DefinitionInternal" -> {
        if (inProduct(parent) && product.isEmpty()) {
          product = xml.attribute("label");
        }
      }
      case "Name", "ModelNumber" -> {
        if (inProduct(parent)) {
          String text = xml.text(LONGEST);
          product = product.isEmpty() ? text : product;
        }
      }
      case "UnitName" -> unit(parent);
      case "MeasurementResults" -> run++;
      case "Id" -> {
        if (parent.equals("ActualComponentIds") && run > 0) {
          componentOfRun.putIfAbsent(run, xml.text(LONGEST));
        }
      }
      case "ActualComponent" -> component = xml.attribute("id");
      case "SerialNumber" -> {
        if (parent.equals("ActualComponent")) {
          keep();
          serials.put(component, xml.text(LONGEST));
        }
      }
      default -> feature(name);
    }
  }

  private boolean inProduct(String parent) {
    return (parent.equals("Part") && path.contains("PartSet"))
        || (parent.equals("Assembly") && path.contains("AssemblySet"));
  }

  private void leaf(Draft draft, String name) throws FormatException, IOException {
    if (LEAVES.contains(name) && path.size() >= 2) {
      String unit = xml.attribute("linearUnit");
      draft.leaves().putIfAbsent(name, xml.text(LONGEST));
      if (!unit.isEmpty()) {
        draft.leaves().putIfAbsent("linearUnit", unit);
      }
    }
  }

  private void unit(String parent) throws FormatException, IOException {
    String text = xml.text(LONGEST);
    if (parent.equals("LinearUnit") && linearUnit.isEmpty()) {
      linearUnit = text;
    } else if (parent.endsWith("AngularUnit") && angularUnit.isEmpty()) {
      angularUnit = text;
    }
  }

  private void feature(String name) {
    Matcher feature = FEATURE.matcher(name);
    if (feature.matches()) {
      featureItems += feature.group(1).equals("Item") ? 1 : 0;
      featureNominals += feature.group(1).equals("Nominal") ? 1 : 0;
    }
  }

  private void end(String name) throws FormatException {
    Matcher characteristic = CHARACTERISTIC.matcher(name);
    if (current.isPresent() && characteristic.matches()) {
      keep(characteristic.group(2), current.get());
      current = Optional.empty();
    } else if ((name.equals("Part") || name.equals("Assembly")) && !product.isEmpty()) {
      keep();
      products.add(product);
      product = "";
    }
  }

  private void keep(String role, Draft draft) throws FormatException {
    keep();
    switch (role) {
      case "Definition" -> definitions.putIfAbsent(draft.id(), draft);
      case "Nominal" -> nominals.putIfAbsent(draft.id(), draft);
      case "Item" -> items.putIfAbsent(draft.id(), draft);
      default -> measurements.add(draft);
    }
  }

  private void keep() throws FormatException {
    kept++;
    if (kept > MOST) {
      throw xml.problem("at most " + MOST + " characteristics and products", "more");
    }
  }

  private List<Characteristic> characteristics() {
    List<Characteristic> all = new ArrayList<>();
    Set<Draft> measured = new LinkedHashSet<>();
    Set<Draft> planned = new LinkedHashSet<>();
    for (Draft measurement : measurements) {
      Optional<Draft> item = of(items, measurement.text("CharacteristicItemId"));
      Optional<Draft> nominal = nominal(item.or(() -> Optional.of(measurement)));
      item.ifPresent(measured::add);
      nominal.ifPresent(planned::add);
      all.add(made(Optional.of(measurement), item, nominal));
    }
    for (Draft item : items.values()) {
      Optional<Draft> nominal = nominal(Optional.of(item));
      nominal.ifPresent(planned::add);
      if (!measured.contains(item)) {
        all.add(made(Optional.empty(), Optional.of(item), nominal));
      }
    }
    for (Draft nominal : nominals.values()) {
      if (!planned.contains(nominal)) {
        all.add(made(Optional.empty(), Optional.empty(), Optional.of(nominal)));
      }
    }
    return all;
  }

  private Optional<Draft> nominal(Optional<Draft> item) {
    return of(nominals, item.flatMap(draft -> draft.text("CharacteristicNominalId")));
  }

  private static Optional<Draft> of(Map<String, Draft> drafts, Optional<String> id) {
    return id.flatMap(text -> Optional.ofNullable(drafts.get(text)));
  }

  private Characteristic made(
      Optional<Draft> measurement, Optional<Draft> item, Optional<Draft> nominal) {
    Optional<Draft> definition =
        of(definitions, nominal.flatMap(draft -> draft.text("CharacteristicDefinitionId")));
    return new QifCharacteristic(measurement, item, nominal, definition)
        .characteristic(
            measurement.map(draft -> run(draft.run())).orElse(""), linearUnit, angularUnit);
  }

  /// The serial number of the part, or where there are several results the number of this one.
  private String run(int number) {
    String serial = serials.getOrDefault(componentOfRun.getOrDefault(number, ""), "");
    return serial.isEmpty() && run > 1 ? "result " + number : serial;
  }
}
