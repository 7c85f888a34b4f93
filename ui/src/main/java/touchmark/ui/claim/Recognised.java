package touchmark.ui.claim;

import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.ToolpathFacts;
import touchmark.app.mesh.Box;
import touchmark.ui.support.Messages;

/// What was recognised of a file, in a line. The inspection itself, which may be large, is not
/// kept.
///
/// @param findings whether the inspection found anything that a claim states
record Recognised(String line, boolean findings) {
  static Recognised of(Inspection inspection, Messages words) {
    String type = words.text("type", inspection.file().format().dataType());
    String format = inspection.file().format().name();
    Optional<Box> box =
        inspection
            .mesh()
            .flatMap(MeshFacts::bounds)
            .or(() -> inspection.toolpath().flatMap(ToolpathFacts::bounds));
    String unit = inspection.mesh().map(mesh -> mesh.unit().symbol()).orElse("mm");
    String line =
        box.map(size -> words.text("recognised.sized", type, format, size(size), unit))
            .orElseGet(() -> words.text("recognised", type, format));
    boolean voids = inspection.mesh().filter(mesh -> !mesh.internalVoids().isEmpty()).isPresent();
    return new Recognised(line, voids || !inspection.findings().isEmpty());
  }

  private static String size(Box box) {
    NumberFormat number = NumberFormat.getInstance();
    number.setMaximumFractionDigits(1);
    return DoubleStream.of(box.sizeX(), box.sizeY(), box.sizeZ())
        .mapToObj(number::format)
        .collect(Collectors.joining(" \u00d7 "));
  }
}
