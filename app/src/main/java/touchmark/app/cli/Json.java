package touchmark.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import touchmark.app.difference.Change;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;
import touchmark.app.signature.FoundSignature;
import touchmark.app.verify.Check;
import touchmark.app.verify.Verification;
import touchmark.ledger.model.TxId;

/// The JSON documents that others rely on; keys are never renamed.
final class Json {
  private Json() {}

  static Map<String, @Nullable Object> of(Inspection inspection, List<FoundSignature> signatures) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("file", inspection.file().path().toString());
    document.put("fingerprint", inspection.file().fingerprint().hex());
    document.put("format", inspection.file().format().name());
    document.put("dataType", inspection.file().format().dataType().name());
    document.put("units", inspection.mesh().map(mesh -> mesh.unit().symbol()).orElse(null));
    document.put("mesh", inspection.mesh().map(Json::mesh).orElse(null));
    document.put("toolpath", inspection.toolpath().map(Json::toolpath).orElse(null));
    ContentJson.add(inspection.file(), document);
    document.put(
        "thumbnails",
        inspection.file().thumbnails().stream()
            .map(
                thumbnail ->
                    Map.of(
                        "mediaType", thumbnail.mediaType(),
                        "width", thumbnail.width(),
                        "height", thumbnail.height(),
                        "bytes", thumbnail.data().length()))
            .toList());
    document.put(
        "embeddedScripts",
        inspection.file().scripts().stream()
            .map(script -> Map.of("where", script.where(), "text", script.text()))
            .toList());
    document.put("signatures", signatures.stream().map(SignatureRows::json).toList());
    document.put("findings", findings(inspection.findings()));
    return document;
  }

  private static Map<String, @Nullable Object> mesh(MeshFacts mesh) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("triangles", mesh.triangles());
    document.put("vertices", mesh.vertices());
    document.put("shells", mesh.shells());
    document.put("openEdges", mesh.openEdges());
    document.put("nonManifoldEdges", mesh.nonManifoldEdges());
    document.put("internalVoids", mesh.internalVoids().size());
    document.put("volume", mesh.volume());
    document.put("bounds", mesh.bounds().map(Json::box).orElse(null));
    return document;
  }

  private static Map<String, @Nullable Object> toolpath(ToolpathFacts toolpath) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("layers", toolpath.layers());
    document.put("moves", toolpath.moves());
    document.put("extrusion", toolpath.extrusion());
    document.put(
        "estimatedTime", toolpath.estimatedTime().map(time -> time.toSeconds()).orElse(null));
    document.put("generator", toolpath.generator().orElse(null));
    document.put("bounds", toolpath.bounds().map(Json::box).orElse(null));
    return document;
  }

  private static Map<String, List<Double>> box(Box box) {
    Map<String, List<Double>> document = new LinkedHashMap<>();
    document.put("min", List.of(box.minX(), box.minY(), box.minZ()));
    document.put("max", List.of(box.maxX(), box.maxY(), box.maxZ()));
    return document;
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream()
        .map(
            finding -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("code", finding.code());
              row.put("severity", finding.severity().name());
              row.put("message", finding.message());
              row.put("count", finding.count());
              return row;
            })
        .toList();
  }

  static List<Map<String, @Nullable Object>> changes(List<Change> changes) {
    return changes.stream()
        .map(
            change -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("kind", change.kind().name());
              row.put("group", change.group());
              row.put("sentence", change.sentence());
              row.put("from", change.from().map(Json::place).orElse(null));
              row.put("to", change.to().map(Json::place).orElse(null));
              return row;
            })
        .toList();
  }

  private static Map<String, @Nullable Object> place(Place place) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("bounds", place.box().map(Json::box).orElse(null));
    document.put("facets", place.facets().count());
    document.put("layer", place.layer().isPresent() ? place.layer().getAsInt() : null);
    return document;
  }

  static Map<String, @Nullable Object> of(Verification verification) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("file", verification.file().toString());
    document.put("fingerprint", verification.fingerprint().hex());
    document.put("verdict", verification.verdict().name());
    document.put("headline", verification.headline());
    document.put("provisional", verification.provisional());
    document.put("checks", verification.checks().stream().map(Json::check).toList());
    return document;
  }

  private static Map<String, Object> check(Check check) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("axis", check.axis().name());
    row.put("state", check.state().name());
    row.put("code", check.code());
    row.put("message", check.message());
    row.put("evidence", check.evidence().stream().map(TxId::hex).toList());
    return row;
  }
}
