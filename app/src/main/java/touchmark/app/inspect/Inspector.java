package touchmark.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.EmbeddedScript;
import touchmark.app.format.FormatException;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.format.gcode.GcodeCommands;
import touchmark.app.format.stl.StlReader;
import touchmark.app.format.threemf.ThreeMfReader;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.mesh.Mesh;
import touchmark.ledger.Progress;

/// Inspects what a reader made. Never repairs anything.
public final class Inspector {
  /// Longest side of a part, mm, below and above which its unit is doubtful.
  private static final double SMALLEST_PART = 1;

  private static final double LARGEST_PART = 2_000;

  /// The findings and facts of a file that every inspection looks for.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public Inspection inspect(OpenedFile file, Progress progress) {
    return inspect(file, InspectionOptions.STANDARD, progress);
  }

  /// The findings and facts of a file, with what the options ask for.
  ///
  /// @throws java.util.concurrent.CancellationException when the progress says stop
  public Inspection inspect(OpenedFile file, InspectionOptions options, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    Optional<MeshFacts> mesh = Optional.empty();
    Optional<ToolpathFacts> toolpath = Optional.empty();
    switch (file.data()) {
      case ProductData.Model model -> {
        MeshInspector inspector = new MeshInspector(model.mesh(), options, progress);
        mesh = Optional.of(inspector.facts());
        findings.addAll(inspector.findings());
        findings.addAll(doubts(file, model.mesh()));
      }
      case ProductData.Cad cad -> {
        if (cad.shape().isPresent()) {
          MeshInspector inspector = new MeshInspector(cad.shape().get(), options, progress);
          mesh = Optional.of(inspector.facts());
          findings.addAll(inspector.findings());
        }
        findings.addAll(StepInspector.findings(cad, mesh));
      }
      case ProductData.Sliced sliced -> {
        ToolpathInspector inspector = new ToolpathInspector(sliced);
        toolpath = Optional.of(inspector.facts());
        findings.addAll(inspector.findings());
      }
      case ProductData.Layered layered -> {
        SlicesInspector inspector = new SlicesInspector(layered.slices());
        toolpath = Optional.of(inspector.facts());
        findings.addAll(inspector.findings());
      }
      case ProductData.Results results ->
          findings.addAll(MeasuredInspector.findings(results.measured()));
      case ProductData.Configured _ -> {}
      case ProductData.Unread() -> findings.add(notRead(file));
    }
    for (String remark : file.remarks()) {
      findings.add(
          new Finding(
              FindingCodes.PARTLY_READ,
              file.data() instanceof ProductData.Sliced ? Severity.CAUTION : Severity.NOTE,
              remark,
              Optional.empty()));
    }
    for (EmbeddedScript script : file.scripts()) {
      findings.add(embedded(script));
    }
    return new Inspection(file, mesh, toolpath, findings);
  }

  /// What there is to say of a file that its reader refused.
  ///
  /// @param damage the reader's sentence
  public Inspection refused(OpenedFile file, FormatException damage) {
    return new Inspection(
        file,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Finding(
                FindingCodes.DAMAGED,
                Severity.FAIL,
                String.valueOf(damage.getMessage()),
                Optional.empty())));
  }

  private static List<Finding> doubts(OpenedFile file, Mesh mesh) {
    List<Finding> doubts = new ArrayList<>();
    String format = file.format().name();
    if (format.equals(StlReader.BINARY)) {
      long trailing = file.size() - StlReader.binarySize(mesh.triangleCount());
      if (trailing > 0) {
        doubts.add(
            note(
                FindingCodes.TRAILING_BYTES,
                Quantities.count(trailing, "byte follows", "bytes follow") + " the last facet"));
      }
    }
    if (format.startsWith(StlReader.BINARY) || format.startsWith(StlReader.ASCII)) {
      mesh.bounds().flatMap(Inspector::unitGuess).ifPresent(doubts::add);
    }
    return doubts;
  }

  private static Optional<Finding> unitGuess(Box bounds) {
    double longest = Math.max(bounds.sizeX(), Math.max(bounds.sizeY(), bounds.sizeZ()));
    if (longest >= SMALLEST_PART && longest <= LARGEST_PART) {
      return Optional.empty();
    }
    String guess = longest < SMALLEST_PART ? "inches or metres" : "micrometres";
    return Optional.of(
        note(
            FindingCodes.UNIT_GUESS,
            "the longest side is "
                + Quantities.length(longest, LengthUnit.MILLIMETRE)
                + " if the numbers are millimetres, which the file does not say; they may be "
                + guess));
  }

  private static Finding embedded(EmbeddedScript script) {
    if (GcodeCommands.writesSettings(script.text())) {
      return new Finding(
          FindingCodes.SETTINGS_WRITE,
          Severity.CAUTION,
          script.where() + " changes the printer's own settings: " + firstLine(script.text()),
          Optional.empty());
    }
    return new Finding(
        FindingCodes.EMBEDDED_SCRIPT,
        Severity.CAUTION,
        "a command to run is embedded in " + script.where() + ": " + firstLine(script.text()),
        Optional.empty());
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("");
    int longest = 120;
    return line.length() <= longest ? line : line.substring(0, longest) + "...";
  }

  private static Finding notRead(OpenedFile file) {
    if (file.format().name().equals(ThreeMfReader.ENCRYPTED)) {
      return note(
          FindingCodes.ENCRYPTED,
          "the content is encrypted for its recipients: nothing in it was inspected");
    }
    return note(
        FindingCodes.NOT_READ, file.format().name() + ": nothing in this file was inspected");
  }

  private static Finding note(String code, String message) {
    return new Finding(code, Severity.NOTE, message, Optional.empty());
  }
}
