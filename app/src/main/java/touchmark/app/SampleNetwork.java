package touchmark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import touchmark.app.format.FormatException;
import touchmark.app.sample.SampleFiles;
import touchmark.app.usecase.Party;
import touchmark.app.usecase.ShareRequest;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;

/// A throw-away home that plays the story of the README, so that every screen can be seen with
/// content: Acme GmbH claims a bracket and sends it to Bolt Ltd, who sends it to Print Co; a
/// tampered copy turns up. Nothing in it counts.
public final class SampleNetwork {
  /// The password of the throw-away keys. It protects nothing.
  public static final String PASSWORD = "sample";

  private SampleNetwork() {}

  /// Plays the story in an empty directory; the sample files are in its folder `sample`.
  public static Touchmark play(Path home, Clock clock)
      throws HomeException, IOException, StoreException, FormatException {
    Touchmark station =
        Touchmark.createSample(
            home,
            founding("Acme GmbH", "acme", "Werkstrasse", "Stuttgart", "DE", "Karin Berger"),
            PASSWORD.toCharArray(),
            clock);
    try {
      tell(station, home.resolve("sample"));
      return station;
    } catch (HomeException | IOException | StoreException | FormatException failed) {
      station.close();
      throw failed;
    }
  }

  private static void tell(Touchmark station, Path folder)
      throws HomeException, IOException, StoreException, FormatException {
    SampleFiles.write(folder);
    Party acme = station.parties().getFirst();
    Party bolt =
        station.addOrganization(
            founding("Bolt Ltd", "bolt", "Mill Lane", "Leeds", "GB", "Tom Hart"));
    Party printCo =
        station.addOrganization(
            founding("Print Co", "print-co", "Dock Road", "Bristol", "GB", "Ann Lee"));
    Path bracket = folder.resolve("bracket.3mf");
    Fingerprint design = claim(station, bracket, acme);
    send(station, design, acme, bolt, true);
    send(station, design, bolt, printCo, false);
    Path slice = folder.resolve("bracket.gcode");
    claim(station, slice, printCo);
    station.verify().verify(slice, printCo, check -> {}, Progress.SILENT);
    Path stick = Files.createDirectories(folder.resolve("stick")).resolve("bracket.3mf");
    Files.copy(folder.resolve("bracket-tampered.3mf"), stick);
    station.verify().verify(stick, printCo, check -> {}, Progress.SILENT);
  }

  private static Fingerprint claim(Touchmark station, Path file, Party party)
      throws IOException, StoreException, FormatException {
    var proposal = station.claim().propose(file, party, Progress.SILENT);
    require(station.claim().claim(proposal.request(), party, Progress.SILENT));
    return proposal.inspection().file().fingerprint();
  }

  private static void send(
      Touchmark station, Fingerprint design, Party from, Party to, boolean forward)
      throws IOException, StoreException {
    require(
        station
            .share()
            .share(
                new ShareRequest(design, to.resource(), forward, Optional.empty()),
                from,
                Progress.SILENT));
  }

  private static void require(Outcome outcome) {
    if (outcome instanceof Outcome.Refused(var verdict)) {
      throw new IllegalStateException("the sample story was refused: " + verdict.reason());
    }
  }

  private static Founding founding(
      String name, String id, String street, String town, String country, String person) {
    return new Founding(
        name,
        Optional.of(new ResourceId(id).value()),
        Optional.empty(),
        new Address(
            street,
            Optional.of("12"),
            town,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            country),
        Optional.of(person),
        Optional.empty());
  }
}
