package touchmark.app.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.app.timeline.Event;
import touchmark.app.timeline.Timeline;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

@Command(name = "history", description = "The provenance of an asset, oldest first.")
final class HistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Parameters(paramLabel = "FILE_OR_HASH")
  private String subject = "";

  private final TouchmarkCommand root;

  HistoryCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::tell);
  }

  private ExitCode tell(Touchmark station) throws Exception {
    Fingerprint fingerprint = Reference.resolve(subject, station, root);
    Optional<Recorded> claim = station.ledger().claimOf(fingerprint);
    Party viewer = root.viewer(station);
    Timeline timeline = station.history().of(fingerprint, viewer);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("fingerprint", fingerprint.hex());
    document.put("file", timeline.title());
    document.put("owner", station.ledger().owner(fingerprint).map(ResourceId::value).orElse(null));
    List<Object> events = new ArrayList<>();
    timeline.events().forEach(event -> events.add(json(event)));
    document.put("events", events);
    Optional<String> damage = station.ledger().readOnlyBecause();
    document.put("damage", damage.orElse(null));
    root.printer().document(document);
    if (claim.isEmpty()) {
      root.printer().line(subject + ": not registered; nobody claimed these bytes.");
      damage.ifPresent(this::warn);
      return ExitCode.UNKNOWN;
    }
    root.printer().line(timeline.title() + "  " + fingerprint.hex());
    Rows rows = new Rows("  ");
    for (Event event : timeline.events()) {
      rows.add(
          TIME.format(event.at()), event.explanation() + (event.isFinal() ? "" : " (provisional)"));
    }
    root.printer().rows(rows);
    damage.ifPresent(this::warn);
    return ExitCode.OK;
  }

  private void warn(String damage) {
    root.printer()
        .line("The chain on this disk is damaged; later events may be missing. " + damage);
  }

  private static Map<String, @Nullable Object> json(Event event) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    Optional<Recorded> recorded = event.recorded();
    row.put("txId", recorded.map(r -> r.transaction().txId().hex()).orElse(null));
    row.put("type", event.kind().name());
    row.put(
        "timeOfTx", recorded.map(r -> r.transaction().timeOfTx()).orElse(event.at()).toString());
    row.put("block", recorded.map(r -> r.position().height()).orElse(null));
    row.put("final", event.isFinal());
    Statement statement = recorded.map(r -> r.transaction().statement()).orElse(null);
    if (statement instanceof Statement.SendProductData send) {
      row.put("from", send.from().value());
      row.put("to", send.to().value());
      row.put("forward", send.forward());
    }
    if (statement instanceof Statement.TransferOwnership transfer) {
      row.put("from", transfer.from().value());
      row.put("to", transfer.to().value());
    }
    if (statement instanceof Statement.RegisterPart part) {
      row.put("part", part.part().toString());
    }
    row.put("issuer", event.lane().value());
    row.put("state", recorded.isPresent() ? "recorded" : "local");
    row.put("message", event.explanation());
    return row;
  }
}
