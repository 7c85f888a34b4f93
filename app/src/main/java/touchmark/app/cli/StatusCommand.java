package touchmark.app.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import touchmark.app.HeldCertificate;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.app.verify.Ages;
import touchmark.ledger.Head;
import touchmark.ledger.NetworkInfo;

@Command(name = "status", description = "Network, mode, height, and the age of the newest block.")
final class StatusCommand implements Callable<Integer> {
  private final TouchmarkCommand root;

  StatusCommand(TouchmarkCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() throws Exception {
    return root.atHome(this::show);
  }

  private ExitCode show(Touchmark station) throws HomeException {
    NetworkInfo network = station.ledger().network();
    Head head = station.ledger().head();
    String mode = network.mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Duration age = Duration.between(head.blockTime(), root.clock().instant());
    Printer printer = root.printer();
    Optional<String> damage = station.ledger().readOnlyBecause();
    Rows rows =
        new Rows("")
            .add("network", network.name() + " (" + mode + ")")
            .add("height", head.height() + ", final " + head.finalHeight())
            .add("transactions", Long.toString(head.transactions()))
            .add("newest block", head.blockTime() + ", " + Ages.words(age) + " old")
            .add("head", head.block().hex());
    damage.ifPresent(why -> rows.add("DAMAGED", why));
    printer.rows(rows);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("network", network.id().hex());
    document.put("mode", mode);
    document.put("height", head.height());
    document.put("finalHeight", head.finalHeight());
    document.put("damage", damage.orElse(null));
    document.put("pool", 0);
    document.put("peers", List.of());
    document.put("lastBlock", head.blockTime().toString());
    List<HeldCertificate> certificates = CertificateNotes.of(station);
    CertificateNotes.warn(root, certificates);
    document.put(
        "certificates",
        CertificateNotes.json(certificates.stream().filter(HeldCertificate::needsCare).toList()));
    printer.document(document);
    return ExitCode.OK;
  }
}
