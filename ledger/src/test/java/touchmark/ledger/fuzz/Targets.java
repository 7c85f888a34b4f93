package touchmark.ledger.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import touchmark.ledger.Ledger;
import touchmark.ledger.Progress;
import touchmark.ledger.TestParties;
import touchmark.ledger.codec.Blocks;
import touchmark.ledger.codec.Envelopes;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.CertificateText;
import touchmark.ledger.crypto.Company;
import touchmark.ledger.model.Block;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.receipt.PolicyText;
import touchmark.ledger.receipt.TrustPolicy;
import touchmark.ledger.store.Found;
import touchmark.ledger.store.RecordCursor;
import touchmark.ledger.store.RecordType;
import touchmark.ledger.store.SegmentStore;

/// The targets and a real specimen or more of each, as a fuzzer's first inputs. Whoever adds a
/// reader of foreign bytes adds a class beside these and a line here.
public final class Targets {
  /// A target: its class' `fuzzerTestOneInput`, and specimens.
  public record Target(Consumer<byte[]> read, List<byte[]> specimens) {}

  private Targets() {}

  /// All targets of the ledger, by the name of their class.
  public static Map<String, Target> all(Path work) throws Exception {
    Path home = work.resolve("chain");
    Path exported = work.resolve("chain.tmchain");
    TestParties parties = TestParties.shared();
    try (Ledger ledger = parties.found(home, TestParties.clock())) {
      TestParties.done(parties.claim(ledger, TestParties.ACME, TestParties.fingerprint("bracket")));
      TestParties.done(
          parties.send(
              ledger,
              TestParties.ACME,
              TestParties.BOLT,
              TestParties.fingerprint("bracket"),
              true));
      ledger.exportTo(exported, Progress.SILENT);
    }
    List<byte[]> genesis = new ArrayList<>();
    List<byte[]> blocks = new ArrayList<>();
    List<byte[]> envelopes = new ArrayList<>();
    List<byte[]> payloads = new ArrayList<>();
    try (RecordCursor cursor = SegmentStore.scan(home.resolve("segments"))) {
      while (cursor.next() instanceof Found.Intact intact) {
        byte[] bytes = intact.record().bytes().toArray();
        if (intact.record().type() == RecordType.GENESIS) {
          genesis.add(bytes);
        } else {
          blocks.add(bytes);
          Block block = Blocks.decode(bytes);
          for (Envelope envelope : block.envelopes()) {
            envelopes.add(Envelopes.encode(envelope));
            payloads.add(envelope.payload().toArray());
          }
        }
      }
    }
    List<byte[]> segment =
        List.of(Files.readAllBytes(home.resolve("segments").resolve("000000.seg")));
    Map<String, Target> targets = new LinkedHashMap<>();
    targets.put("PayloadFuzz", new Target(PayloadFuzz::fuzzerTestOneInput, payloads));
    targets.put("GenesisFuzz", new Target(GenesisFuzz::fuzzerTestOneInput, genesis));
    targets.put("EnvelopeFuzz", new Target(EnvelopeFuzz::fuzzerTestOneInput, envelopes));
    targets.put("BlockFuzz", new Target(BlockFuzz::fuzzerTestOneInput, blocks));
    targets.put("SegmentFuzz", new Target(SegmentFuzz::fuzzerTestOneInput, segment));
    targets.put(
        "ExportedChainFuzz",
        new Target(ExportedChainFuzz::fuzzerTestOneInput, List.of(Files.readAllBytes(exported))));
    targets.put(
        "ReceiptFuzz",
        new Target(ReceiptFuzz::fuzzerTestOneInput, List.of(golden("receipt.tlog-proof"))));
    targets.put(
        "CheckpointFuzz",
        new Target(CheckpointFuzz::fuzzerTestOneInput, List.of(golden("receipt.checkpoint"))));
    targets.put(
        "PolicyFuzz",
        new Target(PolicyFuzz::fuzzerTestOneInput, List.of(golden("receipt.policy"))));
    targets.put(
        "ProposalFuzz",
        new Target(
            ProposalFuzz::fuzzerTestOneInput,
            List.of(golden("proposal.dsse.json"), golden("envelope.dsse.json"))));
    List<Bytes> own =
        List.of(
            parties.person(TestParties.ERIN).signing().certificate(),
            parties.organization(TestParties.ACME).authority().certificate());
    List<byte[]> files = new ArrayList<>(own.stream().map(Bytes::toArray).toList());
    files.add(ascii(CertificateText.pem(own)));
    files.add(Company.pkcs7(own));
    targets.put("CertificateFuzz", new Target(CertificateFuzz::fuzzerTestOneInput, files));
    targets.put(
        "CompanyPathFuzz",
        new Target(
            CompanyPathFuzz::fuzzerTestOneInput,
            List.of(CompanyPathFuzz.join(own), CompanyPathFuzz.join(Company.pathOfPerson()))));
    return targets;
  }

  /// A file that the writers made of fixed values.
  static byte[] golden(String name) {
    try (InputStream in = Targets.class.getResourceAsStream("/golden/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The policy under which the golden receipt counts.
  static TrustPolicy policy() {
    try {
      return PolicyText.parse(golden("receipt.policy"));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Writes the specimens of each target into a folder of its name.
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("touchmark-specimens");
    write(all(work), Path.of(arguments[0]));
    delete(work);
  }

  /// Writes the specimens of each target into a folder of its name.
  public static void write(Map<String, Target> targets, Path into) throws IOException {
    for (Map.Entry<String, Target> target : targets.entrySet()) {
      Path folder = Files.createDirectories(into.resolve(target.getKey()));
      for (int i = 0; i < target.getValue().specimens().size(); i++) {
        Files.write(folder.resolve("specimen-" + i), target.getValue().specimens().get(i));
      }
    }
  }

  /// Reads the specimens, and a number of garbled ones made of them.
  public static void readGarbled(Target target, int times, long seed) {
    Random random = new Random(seed);
    target.specimens().forEach(target.read());
    for (int i = 0; i < times; i++) {
      byte[] specimen = target.specimens().get(random.nextInt(target.specimens().size()));
      target.read().accept(garbled(specimen, random));
    }
  }

  private static byte[] garbled(byte[] specimen, Random random) {
    byte[] bytes = specimen.clone();
    for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = new byte[] {0, -1, 127, -128}[random.nextInt(4)];
        case 3 -> bytes = joined(bytes, at, at + length, new byte[0]);
        case 4 -> {
          byte[] some = new byte[length];
          random.nextBytes(some);
          bytes = joined(bytes, at, at, some);
        }
        default -> bytes = joined(bytes, at, bytes.length, new byte[0]);
      }
    }
    return bytes;
  }

  /// The bytes before one place, some others, and the bytes from another place on.
  private static byte[] joined(byte[] bytes, int end, int begin, byte[] between) {
    byte[] all = new byte[end + between.length + bytes.length - begin];
    System.arraycopy(bytes, 0, all, 0, end);
    System.arraycopy(between, 0, all, end, between.length);
    System.arraycopy(bytes, begin, all, end + between.length, bytes.length - begin);
    return all;
  }

  /// A folder of a target's own, for as long as the process lives.
  static Path folder() {
    try {
      Path folder = Files.createTempDirectory("touchmark-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What must hold of everything that is read.
  public static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  /// A refusal says something.
  public static void requireSentence(Exception e) {
    require(e.getMessage() != null && !e.getMessage().isBlank(), "a sentence");
  }
}
