package touchmark.ui.workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import touchmark.app.format.Format;
import touchmark.app.format.OpenedFile;
import touchmark.app.format.ProductData;
import touchmark.app.inspect.Finding;
import touchmark.app.inspect.Inspection;
import touchmark.app.inspect.MeshFacts;
import touchmark.app.inspect.Place;
import touchmark.app.inspect.Severity;
import touchmark.app.mesh.Box;
import touchmark.app.mesh.Facets;
import touchmark.app.mesh.LengthUnit;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.EventKind;
import touchmark.app.timeline.Lane;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.LibraryEntry;
import touchmark.app.usecase.OpenPackage;
import touchmark.app.usecase.Party;
import touchmark.ledger.Head;
import touchmark.ledger.NetworkInfo;
import touchmark.ledger.Rights;
import touchmark.ledger.Subscription;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.inspector.Standing;
import touchmark.ui.support.Job;

/// A home of three parties and a few files, all in memory: what the workbench would be told. Files
/// whose name begins with `stranger` are not registered, `bolt` ones belong to Bolt Ltd, all others
/// to Acme GmbH.
final class TinyStation implements Station {
  static final Party ACME = party("acme", "Acme GmbH");
  static final Party BOLT = party("bolt", "Bolt Ltd");
  static final Party PRINT = party("print", "Print Co");
  private static final Instant MAY = Instant.parse("2026-05-09T10:00:00Z");
  private static final Digest ZERO = Digest.parse("0".repeat(64));

  private static Party party(String id, String name) {
    return new Party(new ResourceId(id), name, Optional.of(new ResourceId(id + "-p1")));
  }

  static Fingerprint fingerprintOf(String name) {
    String hex = Integer.toHexString(name.hashCode());
    return Fingerprint.parse((hex + "3fa961c08e27" + "b".repeat(64)).substring(0, 64));
  }

  private final Map<String, String> contents = new ConcurrentHashMap<>();

  /// Another program writes a file again, with other bytes.
  void writeAgain(String name) {
    contents.merge(name, "again", String::concat);
  }

  private Fingerprint fingerprint(Path file) {
    String name = file.getFileName().toString();
    return fingerprintOf(name + contents.getOrDefault(name, ""));
  }

  @Override
  public List<Party> parties() {
    return List.of(ACME, BOLT, PRINT);
  }

  @Override
  public Chain chain() {
    return new Chain(
        new Head(1204, 1204, new BlockHash(ZERO), MAY, 1300, ZERO),
        new NetworkInfo(new NetworkId(ZERO), "solo", NetworkMode.SOLO));
  }

  @Override
  public Subscription watch(Consumer<Head> listener) {
    return () -> {};
  }

  @Override
  public List<LibraryEntry> shelves(Party party) {
    return List.of(
        mine("bracket-v3.3mf", true),
        mine("gear-24.stl", true),
        mine("flange-dn40-with-a-long-name.3mf", false),
        mine("hinge-left.step", true),
        new LibraryEntry(
            fingerprintOf("bolt-m8.stl"),
            "bolt-m8.stl",
            LibraryEntry.Shelf.RECEIVED,
            "Received from Bolt Ltd",
            true,
            DataType.GEOMETRY_3D,
            MAY,
            Optional.empty()));
  }

  private static LibraryEntry mine(String name, boolean isFinal) {
    return new LibraryEntry(
        fingerprintOf(name),
        name,
        LibraryEntry.Shelf.MINE,
        isFinal ? "Yours, final" : "Yours, provisional",
        isFinal,
        DataType.GEOMETRY_3D,
        MAY,
        Optional.of(Path.of(name)));
  }

  @Override
  public OpenedFile open(Path file, Job job) {
    return inspect(file, job).file();
  }

  @Override
  public Inspection inspect(Path file, Job job) {
    Box box = new Box(0, 0, 0, 120, 80, 42.8);
    Finding finding =
        new Finding(
            "INTERNAL_VOID",
            Severity.CAUTION,
            "An enclosed void of 12.1 mm\u00b3, 3.4 mm below the surface.",
            Optional.of(new Place(Optional.of(box), Facets.of(1, 2), OptionalInt.empty())));
    return new Inspection(
        new OpenedFile(
            file,
            128_442,
            fingerprint(file),
            new Format("3MF", DataType.GEOMETRY_3D),
            new ProductData.Unread(),
            List.of(),
            List.of()),
        Optional.of(
            new MeshFacts(
                12_408,
                6_210,
                2,
                0,
                0,
                0,
                List.of(
                    new touchmark.app.inspect.InternalVoid(
                        12.1, new Box(1, 1, 1, 2, 2, 2), 3.4, Facets.of(1, 2))),
                146_200,
                30_000,
                Optional.of(box),
                LengthUnit.MILLIMETRE)),
        Optional.empty(),
        List.of(finding));
  }

  @Override
  public OpenPackage.Opened unpack(Path packageFile, Party party, Job job) {
    String name = packageFile.getFileName().toString().replace(".tmk", "");
    return new OpenPackage.Opened(Path.of(name), fingerprintOf(name), name);
  }

  @Override
  public Fingerprint fingerprint(Path file, Job job) {
    return fingerprint(file);
  }

  @Override
  public Standing standing(Fingerprint fingerprint, Party party) {
    boolean stranger = fingerprint.equals(fingerprintOf("stranger.stl"));
    if (stranger) {
      return new Standing(Rights.Level.NOT_REGISTERED, Optional.empty(), "", List.of());
    }
    boolean bolts = fingerprint.equals(fingerprintOf("bolt-m8.stl"));
    Party owner = bolts ? BOLT : ACME;
    return new Standing(
        owner.equals(party) ? Rights.Level.OWNER : Rights.Level.HOLDER,
        Optional.of(new Standing.Claim(owner.name(), MAY, 1187, true)),
        "bracket, v1 to v3",
        List.of(
            new Standing.Holder(owner.name(), Rights.Level.OWNER),
            new Standing.Holder("Print Co", Rights.Level.MAY_FORWARD),
            new Standing.Holder("Aero Service", Rights.Level.HOLDER)));
  }

  @Override
  public Timeline history(Fingerprint fingerprint, Party party) {
    return new Timeline(
        fingerprint,
        "bracket, v1 to v3",
        List.of(
            new Lane(ACME.resource(), ACME.name(), "owner"),
            new Lane(BOLT.resource(), BOLT.name(), "may forward"),
            new Lane(PRINT.resource(), PRINT.name(), "holds")),
        List.of(
            event(1, EventKind.CLAIM, ACME, MAY, "claim", Optional.empty()),
            event(2, EventKind.SEND, ACME, MAY.plusSeconds(90_000), "send", Optional.of(1)),
            event(
                3, EventKind.RECEIVED, BOLT, MAY.plusSeconds(180_000), "received", Optional.of(2)),
            event(4, EventKind.FORWARD, BOLT, MAY.plusSeconds(990_000), "forward", Optional.of(3)),
            event(
                5,
                EventKind.RECEIVED,
                PRINT,
                MAY.plusSeconds(1_200_000),
                "received",
                Optional.of(4))));
  }

  private static Event event(
      int id, EventKind kind, Party lane, Instant at, String label, Optional<Integer> from) {
    return new Event(
        id,
        kind,
        lane.resource(),
        at,
        label,
        lane.name() + ": " + label + ".",
        true,
        fingerprintOf("bracket-v3.3mf"),
        from,
        Optional.empty());
  }
}
