package touchmark.ui.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import touchmark.app.difference.Difference;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.InternalVoid;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Severity;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.verify.Axis;
import touchmark.app.verify.Check;
import touchmark.app.verify.State;
import touchmark.app.verify.Verification;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.TxId;

/// Made-up files and what verification says of them.
public final class Parts {
  private static final Box BOX = new Box(0, 0, 0, 120, 80, 42.8);

  private Parts() {}

  /// A bracket, sound or with one enclosed void.
  public static Inspection bracket(String name, boolean sound) {
    List<InternalVoid> voids =
        sound
            ? List.of()
            : List.of(new InternalVoid(113.1, new Box(10, 6, 3, 16, 12, 9), 3, Facets.NONE));
    List<Finding> findings =
        sound
            ? List.of()
            : List.of(
                new Finding(
                    "INTERNAL_VOID",
                    Severity.FAIL,
                    "One enclosed void of 113.1 mm\u00b3 at (13.0, 9.0, 6.0), 3.0 mm under the"
                        + " surface.",
                    Optional.of(
                        new Place(
                            Optional.of(voids.getFirst().box()),
                            Facets.NONE,
                            OptionalInt.empty()))));
    return new Inspection(
        new OpenedFile(
            Path.of("parts", name),
            12_400_000,
            Cases.fingerprint(name + sound),
            name.endsWith(".gcode")
                ? new Format("G-code", DataType.GEOMETRY_SLICED)
                : new Format("3MF", DataType.GEOMETRY_3D),
            new ProductData.Unread(),
            List.of(),
            List.of()),
        Optional.of(
            new MeshFacts(
                sound ? 41_288 : 42_002,
                20_000,
                1 + voids.size(),
                0,
                0,
                0,
                voids,
                sound ? 146_200 : 146_086.9,
                50_000,
                Optional.of(BOX),
                LengthUnit.MILLIMETRE)),
        Optional.empty(),
        findings);
  }

  public static Check check(Axis axis, State state, String message, int evidence) {
    List<TxId> papers =
        List.of(new TxId(Cases.digest("tx 1187")), new TxId(Cases.digest("tx 1190")))
            .subList(0, evidence);
    return new Check(axis, state, "CODE", message, papers, List.of());
  }

  public static Verification pass() {
    return verification(
        "bracket-v3.3mf",
        State.PASS,
        "These are the very bytes that Acme GmbH registered, and you may print them.",
        true,
        List.of(
            check(
                Axis.INTEGRITY,
                State.PASS,
                "These exact bytes are on the ledger as bracket v3, in block 1190, final.",
                1),
            check(
                Axis.AUTHENTICITY,
                State.PASS,
                "Signed for Acme GmbH. The certificate was valid then and is not revoked.",
                1),
            check(
                Axis.OWNERSHIP,
                State.PASS,
                "Acme GmbH claimed bracket v3 on 9 May 2026. Not disputed, not withdrawn, the"
                    + " newest version.",
                1),
            check(
                Axis.RIGHT,
                State.PASS,
                "You received it from Bolt Ltd on 4 June 2026. You may not forward it.",
                2),
            check(
                Axis.LINEAGE,
                State.PASS,
                "This is a model, not a slice: nothing that it was made from is named.",
                0),
            check(Axis.SOUNDNESS, State.PASS, "1 shell, closed, no void.", 0),
            check(Axis.FRESHNESS, State.PASS, "Your chain is 4 seconds old.", 0)));
  }

  public static Verification caution() {
    List<Check> checks = new java.util.ArrayList<>(pass().checks());
    checks.set(
        2,
        check(
            Axis.OWNERSHIP,
            State.CAUTION,
            "Acme GmbH claimed bracket v3 on 9 May 2026. A newer version, v4, exists since 2 June"
                + " 2026.",
            1));
    return verification(
        "bracket-v3.3mf",
        State.CAUTION,
        "The file is the registered one, but a newer version exists.",
        true,
        checks);
  }

  public static Verification fail() {
    List<Check> checks = new java.util.ArrayList<>(pass().checks());
    checks.set(
        0,
        check(
            Axis.INTEGRITY,
            State.FAIL,
            "Not on the ledger. Acme GmbH registered other bytes as bracket v3; the meshes"
                + " differ.",
            1));
    checks.set(
        5,
        check(
            Axis.SOUNDNESS,
            State.FAIL,
            "One enclosed void of 113.1 mm\u00b3. The registered model has none.",
            1));
    Verification base =
        verification(
            "bracket-v3.3mf",
            State.FAIL,
            "This is not the file that Acme GmbH registered. Keep it quarantined and tell the"
                + " owner.",
            false,
            checks);
    return new Verification(
        base.file(),
        base.fileName(),
        base.fingerprint(),
        base.verdict(),
        base.headline(),
        false,
        base.checks(),
        base.inspection(),
        Optional.of(Cases.fingerprint("bracket v3")),
        Optional.of(
            new Difference(
                false,
                List.of(
                    "1 shell more: an internal void of 113.1 mm\u00b3 at (13.0, 9.0, 6.0).",
                    "714 triangles more, 42,002 instead of 41,288."))));
  }

  public static Verification unknown(boolean slice) {
    String nobody = "Nobody has registered these bytes.";
    return verification(
        "bracket-v3-pla.gcode",
        State.UNKNOWN,
        "Nobody has registered these bytes. That alone does not mean that they were changed.",
        true,
        List.of(
            check(
                Axis.INTEGRITY,
                State.UNKNOWN,
                "Not on the ledger, and no registered file has this name.",
                0),
            check(Axis.AUTHENTICITY, State.UNKNOWN, "Nobody has signed for these bytes.", 0),
            check(Axis.OWNERSHIP, State.UNKNOWN, nobody, 0),
            check(
                Axis.RIGHT,
                State.UNKNOWN,
                "Cannot be told for an unregistered file. You do hold the model, bracket v3.",
                0),
            check(
                Axis.LINEAGE,
                slice ? State.PASS : State.UNKNOWN,
                slice
                    ? "The slicer\u2019s comments name bracket-v3.3mf, which you may use. Size and"
                        + " outline agree."
                    : "Nothing that it was made from is named.",
                slice ? 1 : 0),
            check(Axis.SOUNDNESS, State.PASS, "604 layers, none missing, no void.", 0),
            check(Axis.FRESHNESS, State.PASS, "Your chain is 2 seconds old.", 0)));
  }

  private static Verification verification(
      String name, State verdict, String headline, boolean sound, List<Check> checks) {
    Inspection inspection = bracket(name, sound);
    return new Verification(
        inspection.file().path(),
        inspection.file().name(),
        inspection.file().fingerprint(),
        verdict,
        headline,
        false,
        checks,
        inspection,
        Optional.empty(),
        Optional.empty());
  }
}
