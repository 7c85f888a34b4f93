package touchmark.app.format.step;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import touchmark.app.format.CadFacts;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.mesh.Mesh;
import touchmark.app.mesh.MeshPart;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads STEP files of any schema as they are, without checking them against it.
public final class StepReader implements FormatReader {
  /// Name of the format.
  public static final String NAME = "STEP";

  private static final int MOST_TOLD = 10;

  private final Optional<ShapeProgram> program;

  /// With the program that is installed, if any.
  public StepReader() {
    this(
        ShapeProgram.onPath(
            Objects.requireNonNullElse(System.getenv("PATH"), ""), ShapeProgram.Limits.USUAL));
  }

  /// @param program makes a shape out of boundaries; empty where none is installed
  public StepReader(Optional<ShapeProgram> program) {
    this.program = program;
  }

  @Override
  public boolean recognises(Head head) {
    return head.fromFirstLine("").toString().startsWith("ISO-10303-21;");
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    try (StepCopy copy = StepCopy.of(source, program)) {
      StepFile file =
          new StepParser(new Statements(source.path(), copy.stream(), source.size(), progress))
              .parse();
      return new Read(new Format(NAME, DataType.GEOMETRY_3D), data(file, source, copy, progress));
    }
  }

  private ProductData.Cad data(StepFile file, Source source, StepCopy copy, Progress progress)
      throws FormatException, IOException {
    try {
      Units units = new Units(file);
      Structure structure = new Structure(file);
      Optional<Mesh> own =
          new Tessellation(file, structure, new Representations(file, units), progress).mesh();
      Shape shape =
          own.isPresent() ? Shape.own(own.get()) : made(file, name(structure), copy, progress);
      return new ProductData.Cad(facts(file, structure, units.names(), shape), shape.mesh());
    } catch (Cursor.Unfit e) {
      throw new FormatException(source.path(), "the data section", e.expected(), e.found(), e);
    }
  }

  /// A shape and where it comes from, or why there is none.
  private record Shape(Optional<Mesh> mesh, Optional<String> by, Optional<String> without) {
    static Shape own(Mesh mesh) {
      return new Shape(Optional.of(mesh), Optional.empty(), Optional.empty());
    }

    static Shape none(String why) {
      return new Shape(Optional.empty(), Optional.empty(), Optional.of(why));
    }
  }

  private Shape made(StepFile file, String name, StepCopy copy, Progress progress)
      throws IOException {
    if (file.solids() == 0 && file.faces() == 0) {
      return Shape.none("the file has neither solids nor facets");
    }
    if (program.isEmpty()) {
      return Shape.none(
          "the shape is given by its boundaries; to show it, gmsh or FreeCAD must be installed");
    }
    ShapeProgram.Outcome outcome = copy.convert(progress);
    return switch (outcome) {
      case ShapeProgram.Made(Mesh mesh) ->
          new Shape(
              Optional.of(named(mesh, name)), Optional.of(program.get().name()), Optional.empty());
      case ShapeProgram.Failed(String why) -> Shape.none(why);
    };
  }

  private static String name(Structure structure) {
    return structure.products().stream().findFirst().orElse("");
  }

  /// The program calls the whole after itself.
  private static Mesh named(Mesh mesh, String name) {
    return new Mesh(
        mesh.positions(),
        mesh.triangles(),
        mesh.unit(),
        List.of(new MeshPart(name, 0, mesh.triangleCount(), OptionalInt.empty())));
  }

  private static CadFacts facts(
      StepFile file, Structure structure, Set<String> units, Shape shape) {
    StepHeader header = file.header();
    String system = header.system().isBlank() ? header.preprocessor() : header.system();
    return new CadFacts(
        String.join(", ", header.schemas()),
        system,
        String.join(
            ", ",
            Stream.concat(header.authors().stream(), header.organizations().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList()),
        header.written(),
        structure.products(),
        structure.assembly(),
        String.join(", ", units),
        file.names().defined(),
        file.solids(),
        file.faces(),
        file.voids(),
        file.signatures(),
        new CadFacts.Flaws(
            file.names().awaited(),
            named(Arrays.stream(file.names().awaited(MOST_TOLD)).boxed().toList()),
            file.duplicateCount(),
            named(file.duplicates())),
        shape.by(),
        shape.without());
  }

  private static List<String> named(List<Long> names) {
    return names.stream().map(name -> "#" + name).toList();
  }
}
