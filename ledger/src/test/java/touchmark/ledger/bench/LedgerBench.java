package touchmark.ledger.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import touchmark.ledger.ChainReport;
import touchmark.ledger.Ledger;
import touchmark.ledger.Outcome;
import touchmark.ledger.Progress;
import touchmark.ledger.Since;
import touchmark.ledger.TestParties;
import touchmark.ledger.chain.BlockJudge;
import touchmark.ledger.chain.Chain;
import touchmark.ledger.consensus.Proposal;
import touchmark.ledger.consensus.Solo;
import touchmark.ledger.crypto.Certificates;
import touchmark.ledger.crypto.SigningKey;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Envelope;
import touchmark.ledger.model.Limits;
import touchmark.ledger.rules.Policy;
import touchmark.ledger.store.SegmentStore;
import touchmark.ledger.store.h2.H2Index;

/// One measurement of the ledger in a process of its own: `LedgerBench WHAT DIRECTORY
/// TRANSACTIONS`. Prints lines for `installer/bench/Bench.java`, fields separated by tabs: `figure
/// NAME VALUE` and `bar WHAT VALUE BAR reached|missed`.
public final class LedgerBench {
  private static final int MESSAGE = 600;
  private static final int LOOKUPS = 20_000;
  private static final int SINGLES = 300;
  private static final int WARM = 700;

  private final Path directory;
  private final long transactions;
  private final TestParties parties;

  private LedgerBench(Path directory, long transactions, TestParties parties) {
    this.directory = directory;
    this.transactions = transactions;
    this.parties = parties;
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[1]);
    LedgerBench bench =
        new LedgerBench(
            directory.resolve("chain"),
            Long.parseLong(arguments[2]),
            keys(directory.resolve("keys.p12")));
    switch (arguments[0]) {
      case "verify" -> bench.verify();
      case "append" -> bench.append();
      case "make" -> bench.make();
      case "rebuild" -> bench.rebuild();
      case "stop" -> bench.stop();
      case "open" -> bench.open();
      case "lookup" -> bench.lookup();
      default -> throw new IllegalArgumentException("no such measurement: " + arguments[0]);
    }
  }

  private static TestParties keys(Path file) throws Exception {
    return Files.exists(file) ? TestParties.load(file) : TestParties.create(file);
  }

  private void verify() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    LongChain.Made made = new LongChain(parties, true).make(directory, transactions);
    figure("transactions", "%,d", made.transactions());
    figure("payload, mean bytes", "%.0f", (double) made.payloadBytes() / made.transactions());
    long begin = System.nanoTime();
    require(Ledger.verifyIn(directory, Progress.SILENT));
    figure(
        "the first verification in a new process, transactions a second",
        "%,.0f",
        made.transactions() / since(begin));
    // two more passes of one and two of the other: the JIT is through with both
    require(Ledger.verifyIn(directory, Progress.SILENT));
    require(Ledger.verifyIn(directory, Progress.SILENT));
    rawRate(cores, (int) made.transactions());
    rawRate(cores, (int) made.transactions());
    double rawBefore = rawRate(cores, (int) made.transactions());
    begin = System.nanoTime();
    double cpu = cpuSeconds();
    ChainReport report = Ledger.verifyIn(directory, Progress.SILENT);
    double full = report.transactions() / since(begin);
    double fullCpu = (cpuSeconds() - cpu) / report.transactions();
    require(report);
    cpu = cpuSeconds();
    double rawAfter = rawRate(cores, (int) made.transactions());
    double rawCpu = (cpuSeconds() - cpu) / made.transactions();
    double raw = (rawBefore + rawAfter) / 2;
    figure(
        "raw P-256 verifications of 600-byte messages, %d threads, a second".formatted(cores),
        "%,.0f",
        raw);
    figure("full verification, transactions a second", "%,.0f", full);
    figure("CPU microseconds each, raw and full", "%s", micros(rawCpu, fullCpu));
    bar(
        "full verification beside raw Bouncy Castle",
        full / raw,
        "at least 0.8",
        full / raw >= 0.8);
    Since head = new Since.Block(report.blocks() - 1, new BlockHash(Digest.parse(report.head())));
    double best = 0;
    for (int i = 0; i < 3; i++) {
      begin = System.nanoTime();
      ChainReport again = Ledger.verifyIn(directory, Optional.of(head), Progress.SILENT);
      best = Math.max(best, again.transactions() / since(begin));
      require(again);
    }
    bar(
        "below a checkpoint, transactions a second on one core",
        best,
        "at least 300,000",
        best >= 300_000);
  }

  private static void require(ChainReport report) {
    if (!report.ok()) {
      throw new IllegalStateException("the chain is sound: " + report.problems());
    }
  }

  /// Bouncy Castle through the provider object, one Signature for each thread, as many messages as
  /// the chain has transactions.
  private double rawRate(int threads, int messages) throws Exception {
    SigningKey key = parties.person(TestParties.ERIN).signing();
    BouncyCastleProvider provider = new BouncyCastleProvider();
    PublicKey publicKey = publicKey(key, provider);
    byte[][] texts = new byte[1_000][MESSAGE];
    byte[][] signatures = new byte[texts.length][];
    Random random = new Random(1);
    for (int i = 0; i < texts.length; i++) {
      random.nextBytes(texts[i]);
      signatures[i] = key.sign(texts[i]).toArray();
    }
    long begin = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Boolean>> parts = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        parts.add(
            pool.submit(
                () -> verifies(provider, publicKey, texts, signatures, messages / threads)));
      }
      for (Future<Boolean> part : parts) {
        if (!part.get()) {
          throw new IllegalStateException("a good signature does not verify");
        }
      }
    }
    return messages / since(begin);
  }

  private static PublicKey publicKey(SigningKey key, BouncyCastleProvider provider)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509", provider)
        .generateCertificate(new ByteArrayInputStream(key.certificate().toArray()))
        .getPublicKey();
  }

  private static boolean verifies(
      BouncyCastleProvider provider, PublicKey key, byte[][] texts, byte[][] signatures, int count)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SHA256withECDSA", provider);
    boolean good = true;
    for (int i = 0; i < count; i++) {
      verifier.initVerify(key);
      verifier.update(texts[i % texts.length]);
      good &= verifier.verify(signatures[i % texts.length]);
    }
    return good;
  }

  private void append() throws Exception {
    try (Ledger ledger = parties.found(directory, TestParties.clock())) {
      ledger.head();
    }
    Certificates certificates = new Certificates();
    Policy policy = new Policy(certificates);
    Chain chain =
        Chain.open(
            SegmentStore.open(directory.resolve("segments"), SegmentStore.DEFAULT_SEGMENT_SIZE),
            H2Index.open(directory.resolve("index")),
            new BlockJudge(policy, certificates),
            Progress.SILENT);
    Instant time = chain.tip().time().plusSeconds(1);
    Solo solo =
        new Solo(
            chain,
            policy,
            Optional.of(parties.organization(TestParties.ACME).sealer()),
            Clock.fixed(time, ZoneOffset.UTC));
    LongChain maker = new LongChain(parties, true);
    int blocks = (int) Math.max(20, transactions / LongChain.BLOCK);
    int warm = 60;
    double[] seconds = new double[blocks];
    long bytes = 0;
    double whole = 0;
    double cpu = 0;
    for (int block = -warm; block < blocks; block++) {
      List<Envelope> envelopes =
          maker.claims(chain.tip(), (long) (block + warm) * LongChain.BLOCK, LongChain.BLOCK, time);
      List<Proposal> proposals = proposals(envelopes);
      long begin = System.nanoTime();
      double cpuBefore = cpuSeconds();
      requireDone(solo.propose(proposals));
      if (block >= 0) {
        cpu += cpuSeconds() - cpuBefore;
        seconds[block] = since(begin);
        whole += seconds[block];
        bytes = envelopes.stream().mapToLong(one -> one.payload().length() + 83).sum();
      }
    }
    long begin = System.nanoTime();
    chain.awaitIndexed(chain.tip().height());
    double behind = since(begin);
    double[] large = fsyncs((int) bytes, 200);
    double rate = (double) blocks * LongChain.BLOCK / whole;
    figure("blocks of 500", "%,d", blocks);
    figure("append and fsync of %,d bytes, p50 and p99 ms".formatted(bytes), "%s", both(large));
    figure("durable append of a block, p50 and p99 ms", "%s", both(seconds));
    figure("CPU ms a block, the index' part of it included", "%.0f", cpu / blocks * 1_000);
    figure("index behind the last block, ms", "%.0f", behind * 1_000);
    bar("durable append, transactions a second", rate, "at least 4,000", rate >= 4_000);
    double spread = at(seconds, 0.99) / at(seconds, 0.5);
    bar("p99 of a block beside its median", spread, "at most 3", spread <= 3);
    double[] singles = new double[SINGLES];
    double[] small = new double[SINGLES];
    List<Proposal> ones =
        proposals(maker.claims(chain.tip(), 1_000_000_000L, SINGLES + WARM, time));
    Path file = directory.resolve("fsync.bin");
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // in turn, so that the disk is as idle before one as before the other
      for (int i = -WARM; i < SINGLES; i++) {
        begin = System.nanoTime();
        requireDone(solo.propose(List.of(ones.get(i + WARM))));
        double append = since(begin);
        double fsync = fsync(out, new byte[1_000]);
        if (i >= 0) {
          singles[i] = append;
          small[i] = fsync;
        }
      }
    }
    Files.delete(file);
    figure("append and fsync of 1,000 bytes in turn with it, p50 and p99 ms", "%s", both(small));
    figure("durable append of one transaction, p50 and p99 ms", "%s", both(singles));
    double beside = at(singles, 0.5) / at(small, 0.5);
    bar("one transaction beside one fsync, medians", beside, "at most 3", beside <= 3);
    solo.close();
    chain.close();
  }

  private static List<Proposal> proposals(List<Envelope> envelopes) throws Exception {
    List<Proposal> proposals = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      proposals.add(Proposal.read(envelope, Limits.WIDEST));
    }
    return proposals;
  }

  private static void requireDone(List<Outcome> outcomes) {
    outcomes.forEach(TestParties::done);
  }

  /// What the disk alone takes.
  private double[] fsyncs(int bytes, int times) throws IOException {
    Path file = directory.resolve("fsync.bin");
    double[] seconds = new double[times];
    byte[] content = new byte[bytes];
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < times; i++) {
        seconds[i] = fsync(out, content);
      }
    }
    Files.delete(file);
    return seconds;
  }

  private static double fsync(FileChannel out, byte[] content) throws IOException {
    long begin = System.nanoTime();
    out.write(ByteBuffer.wrap(content));
    out.force(true);
    return since(begin);
  }

  private void make() throws Exception {
    LongChain.Made made = new LongChain(parties, false).make(directory, transactions);
    double mean = (double) made.payloadBytes() / made.transactions();
    double perMillion = size(directory.resolve("segments")) * 1e6 / made.transactions() / 1e9;
    figure("transactions", "%,d", made.transactions());
    figure("payload, mean bytes", "%.0f", mean);
    bar("segments, GB for a million transactions", perMillion, "at most 0.9", perMillion <= 0.9);
  }

  /// In a heap that the caller bounds. The old index stands beside the new one meanwhile.
  private void rebuild() throws Exception {
    Path index = directory.resolve("index");
    Path making = directory.resolve("index.making");
    AtomicBoolean working = new AtomicBoolean(true);
    AtomicLong peak = new AtomicLong();
    Thread watching =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (working.get()) {
                    peak.accumulateAndGet(size(index) + size(making), Math::max);
                    pause();
                  }
                });
    long begin = System.nanoTime();
    Ledger.rebuildIndexIn(directory, Progress.SILENT);
    double seconds = since(begin);
    working.set(false);
    watching.join();
    double millions = transactions / 1e6;
    double perMillion = size(index) / 1e9 / millions;
    double peakPerMillion = peak.get() / 1e9 / millions;
    figure("heap, MB", "%d", Runtime.getRuntime().maxMemory() >> 20);
    bar(
        "index rebuild, seconds for a million transactions",
        seconds / millions,
        "at most 120",
        seconds / millions <= 120);
    bar("index, GB for a million transactions", perMillion, "at most 1", perMillion <= 1);
    bar(
        "index at its largest meanwhile, GB for a million",
        peakPerMillion,
        "at most 4.5",
        peakPerMillion <= 4.5);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long size(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += sizeOf(file);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      return 0; // not there yet, or gone
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long sizeOf(Path file) throws IOException {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException e) {
      return 0; // gone meanwhile
    }
  }

  /// Opens after anything, reads all, and stops in order.
  private void stop() throws Exception {
    long begin = System.nanoTime();
    try (Ledger ledger = parties.open(directory, TestParties.clock())) {
      ledger.head();
      figure("open where the stop was none, all read and judged, seconds", "%.1f", since(begin));
      begin = System.nanoTime();
    }
    figure("clean stop, seconds", "%.1f", since(begin));
  }

  private void open() throws Exception {
    long begin = System.nanoTime();
    try (Ledger ledger = parties.open(directory, TestParties.clock())) {
      int found = ledger.history(LongChain.file(transactions / 4)).size();
      double seconds = since(begin);
      if (found != 2) {
        throw new IllegalStateException("a claim and a send are expected, not " + found);
      }
      bar(
          "open after a clean stop, seconds to the first lookup",
          seconds,
          "at most 1",
          seconds <= 1);
      ledger.head();
      figure("all read behind it, seconds", "%.1f", since(begin));
    }
  }

  private void lookup() throws Exception {
    try (Ledger ledger = parties.open(directory, TestParties.clock())) {
      ledger.head();
      Random random = new Random(1);
      double[] seconds = new double[LOOKUPS];
      for (int i = 0; i < LOOKUPS; i++) {
        long number = random.nextLong(transactions / 2);
        long begin = System.nanoTime();
        int found = ledger.history(LongChain.file(number)).size();
        seconds[i] = since(begin);
        if (found != 2) {
          throw new IllegalStateException("a claim and a send are expected, not " + found);
        }
      }
      figure("lookups, two transactions each, the first ones cold", "%,d", LOOKUPS);
      double median = at(seconds, 0.5) * 1_000;
      double slow = at(seconds, 0.99) * 1_000;
      bar("lookup by fingerprint, p50 ms", median, "at most 0.2", median <= 0.2);
      bar("lookup by fingerprint, p99 ms", slow, "at most 5", slow <= 5);
    }
  }

  /// Of all threads of this process: what neighbours on the machine do not change.
  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static String micros(double first, double second) {
    return String.format(Locale.ROOT, "%.0f and %.0f", first * 1e6, second * 1e6);
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double at(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  }

  private static String both(double[] seconds) {
    return String.format(
        Locale.ROOT, "%.2f and %.2f", at(seconds, 0.5) * 1_000, at(seconds, 0.99) * 1_000);
  }

  private static void figure(String name, String form, Object value) {
    System.out.printf(Locale.ROOT, "figure\t%s\t" + form + "%n", name, value);
  }

  private static void bar(String what, double value, String bar, boolean reached) {
    System.out.printf(
        Locale.ROOT,
        "bar\t%s\t%s\t%s\t%s%n",
        what,
        value >= 1_000
            ? String.format(Locale.ROOT, "%,.0f", value)
            : String.format(Locale.ROOT, "%.3g", value),
        bar,
        reached ? "reached" : "missed");
  }
}
