package touchmark.app.format.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.Format;
import touchmark.app.format.FormatException;
import touchmark.app.format.FormatReader;
import touchmark.app.format.Head;
import touchmark.app.format.ProductData;
import touchmark.app.format.Read;
import touchmark.app.format.Source;
import touchmark.app.format.Thumbnail;
import touchmark.app.format.UnreadKind;
import touchmark.app.format.amf.AmfReader;
import touchmark.app.format.archive.SlicedArchive;
import touchmark.app.format.assembly.Assembly;
import touchmark.app.format.zip.ZipParts;
import touchmark.app.mesh.Mesh;
import touchmark.app.slices.Slices;
import touchmark.ledger.Progress;
import touchmark.ledger.model.DataType;

/// Reads 3MF: the core, and the production extension's further model parts. A file that *requires*
/// an extension which changes the shape is recognised and named, not half read. Other ZIP archives
/// are named by what is in them.
public final class ThreeMfReader implements FormatReader {
  /// Name of the format.
  public static final String NAME = "3MF";

  /// Name of the format of a 3MF whose content is encrypted for its recipients [3MF Secure
  /// Content].
  public static final String ENCRYPTED = "3MF (encrypted)";

  /// Largest archive that is taken into memory; a larger one stays unread.
  static final int LARGEST = 1 << 30;

  private static final String MODEL_PART = "3D/3dmodel.model";
  private static final String MICROSOFT = "http://schemas.microsoft.com/3dmanufacturing/";

  private static final String SECURE = MICROSOFT + "securecontent/2019/04";

  /// Extensions that are read, or do not change the shape of a mesh.
  private static final Set<String> HARMLESS =
      Set.of(
          MICROSOFT + "production/2015/06",
          MICROSOFT + "material/2015/02",
          MICROSOFT + "slice/2015/07",
          BeamLattice.NAMESPACE,
          BeamLattice.BALLS,
          MICROSOFT + "trianglesets/2021/07");

  private static final Map<String, String> OTHERS =
      Map.of(
          "http://schemas.3mf.io/3dmanufacturing/volumetric/2022/01",
          "the volumetric extension",
          "http://schemas.3mf.io/3dmanufacturing/implicit/2023/12",
          "the implicit extension",
          "http://schemas.3mf.io/3dmanufacturing/booleanoperations/2023/07",
          "the boolean operations extension",
          "http://schemas.3mf.io/3dmanufacturing/displacement/2023/10",
          "the displacement extension");

  @Override
  public boolean recognises(Head head) {
    return head.hasAt(0, "PK\u0003\u0004") && head.size() <= LARGEST;
  }

  @Override
  public Read read(Source source, Progress progress) throws FormatException, IOException {
    Path file = source.path();
    byte[] bytes = source.whole(LARGEST);
    progress.reached(bytes.length, 2L * bytes.length);
    ZipParts zip = ZipParts.of(file, bytes);
    Relationships relationships = Relationships.of(file, zip, "");
    Optional<String> root = rootModel(file, zip, relationships);
    if (root.isEmpty()) {
      Optional<Read> sliced = sliced(file, zip, progress);
      if (sliced.isPresent()) {
        return sliced.get();
      }
      Optional<Read> amf = AmfReader.read(file, zip, progress);
      if (amf.isPresent()) {
        return amf.get();
      }
      return unread(UnreadKind.archive(), List.of(), ScriptSearch.find(zip));
    }
    List<String> pictures = new ArrayList<>(relationships.thumbnails());
    pictures.addAll(Relationships.of(file, zip, root.get()).thumbnails());
    List<Thumbnail> thumbnails = Thumbnails.read(zip, pictures);
    List<EmbeddedScript> scripts = ScriptSearch.find(zip);
    ModelParts models = new ModelParts(file, zip, progress);
    ModelPart model = models.part(root.get());
    Optional<String> missing = missingExtension(models);
    if (missing.isPresent()) {
      return unread(needs(missing.get()), thumbnails, scripts);
    }
    Mesh mesh = new Assembly(file, models::object).assemble(model.build(), model.unit());
    missing = missingExtension(models);
    if (missing.isPresent()) {
      return unread(needs(missing.get()), thumbnails, scripts);
    }
    Optional<Read> sliced = sliced(file, zip, progress);
    if (sliced.isPresent()) {
      return mesh.triangleCount() == 0
          ? sliced.get()
          : sliced.get().remarking(List.of(meshBeside(mesh)));
    }
    Optional<Slices> slices =
        new SliceStacks(file, zip).read(root.get(), model, mesh.triangleCount());
    if (slices.isPresent()) {
      Format format = new Format(NAME + " (slices)", DataType.GEOMETRY_SLICED);
      Read read = new Read(format, new ProductData.Layered(slices.get()), thumbnails, scripts);
      return SettingsSearch.beside(read.remarking(models.remarks()), file, zip);
    }
    if (mesh.triangleCount() > 0) {
      Format format = new Format(NAME, DataType.GEOMETRY_3D);
      Read read = new Read(format, new ProductData.Model(mesh), thumbnails, scripts);
      return SettingsSearch.beside(read.remarking(models.remarks()), file, zip);
    }
    throw new FormatException(file, root.get(), "a build with at least one facet", "none");
  }

  private static String meshBeside(Mesh mesh) {
    return "a mesh of "
        + mesh.triangleCount()
        + " facets stands beside what is sliced: a printer prints what is sliced, a slicer would"
        + " slice the mesh, which was not inspected";
  }

  /// What is sliced in the archive, with the scripts in its settings.
  private static Optional<Read> sliced(Path file, ZipParts zip, Progress progress)
      throws FormatException, IOException {
    Optional<Read> read = SlicedArchive.read(file, zip, progress);
    if (read.isEmpty()) {
      return read;
    }
    Read withScripts = read.get().showing(ScriptSearch.find(zip));
    return Optional.of(SettingsSearch.beside(withScripts, file, zip));
  }

  /// Empty for an archive that is not a 3MF.
  private static Optional<String> rootModel(Path file, ZipParts zip, Relationships relationships)
      throws FormatException {
    List<String> models = relationships.models();
    if (models.size() > 1) {
      throw new FormatException(
          file, "_rels/.rels", "one root model", models.size() + " root models");
    }
    if (models.size() == 1) {
      return Optional.of(models.getFirst());
    }
    return zip.find("[Content_Types].xml").isPresent() && zip.find(MODEL_PART).isPresent()
        ? Optional.of("/" + MODEL_PART)
        : Optional.empty();
  }

  private static Optional<String> missingExtension(ModelParts models) {
    return models.requiredExtensions().stream()
        .filter(extension -> !HARMLESS.contains(extension))
        .findFirst();
  }

  private static Format needs(String extension) {
    if (extension.equals(SECURE)) {
      return new Format(ENCRYPTED, DataType.GEOMETRY_3D);
    }
    String name = OTHERS.getOrDefault(extension, "the extension " + extension);
    return new Format("3MF that needs " + name + " (not read yet)", DataType.GEOMETRY_3D);
  }

  private static Read unread(
      Format format, List<Thumbnail> thumbnails, List<EmbeddedScript> scripts) {
    return new Read(format, new ProductData.Unread(), thumbnails, scripts);
  }
}
