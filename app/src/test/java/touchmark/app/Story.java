package touchmark.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import touchmark.app.usecase.ClaimRequest;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.app.verify.Verification;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.rules.RefusalCode;

/// One home that plays all parties, for tests.
public final class Story implements AutoCloseable {
  public static final char[] PASSWORD = "a long enough password".toCharArray();

  private final Touchmark touchmark;
  private final Party acme;
  private final Party bolt;
  private final Party printCo;

  private Story(Touchmark touchmark, Party bolt, Party printCo) {
    this.touchmark = touchmark;
    this.acme = touchmark.parties().getFirst();
    this.bolt = bolt;
    this.printCo = printCo;
  }

  /// Makes the home of Acme GmbH with Bolt Ltd and Print Co.
  public static Story begin(Path home) throws HomeException {
    Touchmark touchmark =
        Touchmark.create(home, founding("Acme GmbH"), PASSWORD, Clock.systemUTC());
    return new Story(
        touchmark,
        touchmark.addOrganization(founding("Bolt Ltd")),
        touchmark.addOrganization(founding("Print Co")));
  }

  public static Founding founding(String organization) {
    return new Founding(
        organization,
        Optional.empty(),
        Optional.empty(),
        new Address(
            "Main Street",
            Optional.of("1"),
            "Town",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "DE"),
        Optional.of("Ada " + organization),
        Optional.empty());
  }

  /// A clock that stands still.
  public static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  public Touchmark touchmark() {
    return touchmark;
  }

  public Party acme() {
    return acme;
  }

  public Party bolt() {
    return bolt;
  }

  public Party printCo() {
    return printCo;
  }

  public ClaimRequest propose(Path file, Party party) throws Exception {
    return touchmark.claim().propose(file, party, Progress.SILENT).request();
  }

  public Outcome claim(Path file, Party party) throws Exception {
    return touchmark.claim().claim(propose(file, party), party, Progress.SILENT);
  }

  public Outcome send(Fingerprint file, Party from, ResourceId to, boolean forward)
      throws Exception {
    return touchmark
        .share()
        .share(new ShareRequest(file, to, forward, Optional.empty()), from, Progress.SILENT);
  }

  public Verification verify(Path file, Party party) throws Exception {
    return touchmark.verify().verify(file, party, check -> {}, Progress.SILENT);
  }

  public Fingerprint fingerprint(Path file) throws Exception {
    return touchmark.files().fingerprint(file, Progress.SILENT);
  }

  /// The recorded transaction of an outcome that must be one.
  public static Recorded done(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> done.recorded();
      case Outcome.Refused refused -> throw new AssertionError(refused.verdict().reason());
    };
  }

  /// The code of an outcome that must be a refusal.
  public static RefusalCode refused(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> throw new AssertionError("recorded: " + done);
      case Outcome.Refused refused -> refused.verdict().code();
    };
  }

  @Override
  public void close() {
    touchmark.close();
  }
}
