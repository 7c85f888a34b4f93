package touchmark.ui.inspector;

import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.ledger.Rights;
import touchmark.ui.control.Sign;
import touchmark.ui.support.Messages;

/// Says facts of a file in words, in the user's language, numbers and dates.
final class Facts {
  /// A line of the details.
  record Fact(String name, String value) {}

  private static final double CUBIC_MILLIMETRES_IN_CUBIC_CENTIMETRE = 1000;
  private static final long KIB = 1024;

  private final Messages words;
  private final KindFacts kinds;
  private final NumberFormat whole;
  private final NumberFormat tenths;
  private final DateTimeFormatter dates;

  Facts(Messages words, Locale locale, ZoneId zone) {
    this.words = words;
    kinds = new KindFacts(words);
    whole = NumberFormat.getIntegerInstance(locale);
    tenths = NumberFormat.getNumberInstance(locale);
    tenths.setMaximumFractionDigits(1);
    dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).withZone(zone);
  }

  Sign sign(@Nullable Standing standing) {
    if (standing == null) {
      return Sign.CHECKING;
    }
    if (standing.claim().map(claim -> !claim.isFinal()).orElse(false)) {
      return Sign.PROVISIONAL;
    }
    return switch (standing.level()) {
      case NOT_REGISTERED -> Sign.UNKNOWN;
      case NONE -> Sign.FAIL;
      case HOLDER, MAY_FORWARD, OWNER -> Sign.PASS;
    };
  }

  /// One line: whose it is, and since when.
  String state(@Nullable Standing standing) {
    if (standing == null) {
      return words.text("state.asking");
    }
    return standing
        .claim()
        .map(
            claim ->
                words.text(
                    (claim.isFinal() ? "state.final." : "state.provisional.")
                        + standing.level().name(),
                    claim.owner(),
                    dates.format(claim.at())))
        .orElseGet(() -> words.text("state.unregistered"));
  }

  List<Fact> of(Inspection inspection, @Nullable Standing standing) {
    List<Fact> facts = new ArrayList<>();
    if (standing != null && standing.claim().isPresent()) {
      Standing.Claim claim = standing.claim().get();
      facts.add(fact("owner", claim.owner()));
      if (!standing.versions().isBlank()) {
        facts.add(fact("versions", standing.versions()));
      }
      facts.add(
          fact(
              "holders",
              words.text("holders.text", standing.holders().size(), standing.mayForward())));
    }
    facts.add(fact("type", type(inspection)));
    inspection.mesh().ifPresent(mesh -> addMesh(facts, mesh));
    inspection.toolpath().ifPresent(path -> addToolpath(facts, path));
    facts.addAll(kinds.of(inspection.file()));
    facts.add(fact("bytes", bytes(inspection.file().size())));
    if (standing != null) {
      standing.claim().ifPresent(claim -> facts.add(fact("block", block(claim))));
    }
    return facts;
  }

  /// The holder's right, in words.
  String right(Rights.Level level) {
    return words.text("right", level);
  }

  private void addMesh(List<Fact> facts, MeshFacts mesh) {
    mesh.bounds().ifPresent(box -> facts.add(fact("size", size(box, mesh.unit()))));
    double perUnit = mesh.unit().millimetres();
    double volume =
        mesh.volume() * perUnit * perUnit * perUnit / CUBIC_MILLIMETRES_IN_CUBIC_CENTIMETRE;
    facts.add(fact("volume", words.text("volume.text", tenths.format(volume))));
    facts.add(fact("mesh", mesh(mesh)));
    facts.add(fact("triangles", whole.format(mesh.triangles())));
  }

  private void addToolpath(List<Fact> facts, ToolpathFacts path) {
    path.bounds().ifPresent(box -> facts.add(fact("size", size(box, LengthUnit.MILLIMETRE))));
    facts.add(fact("layers", whole.format(path.layers())));
    facts.add(fact("moves", whole.format(path.moves())));
    if (path.extrusion() > 0) {
      facts.add(
          fact("filament", words.text("filament.text", tenths.format(path.extrusion() / 1000))));
    }
    path.estimatedTime()
        .ifPresent(
            time ->
                facts.add(
                    fact("time", words.text("time.text", time.toHours(), time.toMinutesPart()))));
    path.generator().ifPresent(generator -> facts.add(fact("generator", generator)));
  }

  private String mesh(MeshFacts mesh) {
    return words.text(
        "mesh.text",
        mesh.shells() - mesh.internalVoids().size(),
        mesh.openEdges(),
        mesh.internalVoids().size());
  }

  private String type(Inspection inspection) {
    Optional<String> unit = inspection.mesh().map(mesh -> mesh.unit().symbol());
    String kind = words.text("kind", inspection.file().format().dataType());
    String format = inspection.file().format().name();
    return unit.map(symbol -> words.text("type.unit", kind, format, symbol))
        .orElseGet(() -> words.text("type.plain", kind, format));
  }

  private String size(Box box, LengthUnit unit) {
    return words.text(
        "size.text",
        tenths.format(box.sizeX()),
        tenths.format(box.sizeY()),
        tenths.format(box.sizeZ()),
        unit.symbol());
  }

  private String bytes(long size) {
    if (size < KIB) {
      return words.text("bytes.b", size);
    }
    double kib = (double) size / KIB;
    return kib < KIB
        ? words.text("bytes.kb", tenths.format(kib))
        : words.text("bytes.mb", tenths.format(kib / KIB));
  }

  private String block(Standing.Claim claim) {
    return words.text(
        claim.isFinal() ? "block.final" : "block.provisional", String.valueOf(claim.block()));
  }

  private Fact fact(String key, String value) {
    return new Fact(words.text(key), value);
  }
}
