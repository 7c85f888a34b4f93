package touchmark.app.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import touchmark.app.Touchmark;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

@Command(
    name = "history",
    description = "Who made a part, from what, and through whose hands it went.")
final class PartHistoryCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Parameters(paramLabel = "[MAKER/]SERIAL", description = "default maker: the party that acts")
  private String reference = "";

  private final TouchmarkCommand root;

  PartHistoryCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::tell);
  }

  private ExitCode tell(Touchmark station) throws Exception {
    PartId part = PartReference.resolve(reference, station, root.viewer(station));
    List<Recorded> history = station.parts().history(part);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("part", part.toString());
    document.put("maker", part.maker().value());
    document.put("serialNumber", part.serialNumber());
    document.put("madeFrom", null);
    document.put("holder", station.parts().holder(part).map(ResourceId::value).orElse(null));
    List<Object> events = new ArrayList<>();
    document.put("events", events);
    Rows rows = new Rows("  ");
    for (Recorded recorded : history) {
      Map<String, @Nullable Object> event = event(recorded);
      events.add(event);
      switch (recorded.transaction().statement()) {
        case Statement.RegisterPart made -> {
          document.put("madeFrom", made.productData().hex());
          rows.add(
              TIME.format(recorded.blockTime()),
              "made by "
                  + station.names().of(made.part().maker())
                  + " from "
                  + made.productData().hex());
        }
        case Statement.TransferPart transfer -> {
          event.put("from", transfer.from().value());
          event.put("to", transfer.to().value());
          rows.add(
              TIME.format(recorded.blockTime()),
              station.names().of(transfer.from())
                  + " handed it over to "
                  + station.names().of(transfer.to()));
        }
        case Statement.OfAsset _, Statement.OfMembership _ ->
            throw new IllegalStateException("no statement about a part: " + recorded);
      }
    }
    root.printer().document(document);
    if (history.isEmpty()) {
      root.printer().line(part + ": not registered.");
      return ExitCode.UNKNOWN;
    }
    root.printer().line(part.toString());
    root.printer().rows(rows);
    return ExitCode.OK;
  }

  private static Map<String, @Nullable Object> event(Recorded recorded) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("txId", recorded.transaction().txId().hex());
    row.put("type", recorded.transaction().statement().getClass().getSimpleName());
    row.put("timeOfTx", recorded.transaction().timeOfTx().toString());
    row.put("block", recorded.position().height());
    row.put("final", recorded.isFinal());
    return row;
  }
}
