package touchmark.ledger.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.DiskTrouble;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.IndexSums;
import touchmark.ledger.store.IndexedBlock;

/// The index in an embedded H2 database: one lane writes, another reads.
public final class H2Index implements ChainIndex {
  // Measured: at default settings H2 loses commits that it acknowledged (docs/decisions).
  private static final String SETTINGS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  private static final Logger LOG = LoggerFactory.getLogger(H2Index.class);

  private final String url;
  private final Optional<Path> directory;
  private final IndexWriter rows = new IndexWriter();
  private final IndexReader lookups = new IndexReader();

  // Replaced by the adding thread when the file is damaged, read by any.
  private volatile Sessions sessions;

  private H2Index(String url, Optional<Path> directory, Sessions sessions) {
    this.url = url;
    this.directory = directory;
    this.sessions = sessions;
  }

  /// Opens the index of a directory. One that is damaged or of another version begins empty.
  ///
  /// @throws StoreException if the disk cannot be written
  public static H2Index open(Path directory) throws StoreException {
    String url = url(directory);
    try {
      Files.createDirectories(directory);
      return new H2Index(url, Optional.of(directory), connectOrReplace(url, directory));
    } catch (IOException | SQLException e) {
      throw new StoreException(
          "The index in %s cannot be opened: %s".formatted(directory, e.getMessage()), e);
    }
  }

  /// The index of a directory to be compared and not changed; empty where there is none, or another
  /// process has it open.
  ///
  /// @throws IndexException if it is damaged
  public static Optional<ChainIndex> reading(Path directory) throws IndexException {
    if (!Files.exists(file(directory))) {
      return Optional.empty();
    }
    String url = url(directory) + ";ACCESS_MODE_DATA=r";
    try {
      return sessionsToRead(url).map(sessions -> new H2Index(url, Optional.empty(), sessions));
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        LOG.info("The index in {} is left out: another process has it open.", directory);
        return Optional.empty();
      }
      throw new IndexException("The index cannot be read: " + e.getMessage(), e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IndexException("The index cannot be read: " + e.getMessage(), e);
    }
  }

  private static Optional<Sessions> sessionsToRead(String url) throws SQLException {
    Connection first = DriverManager.getConnection(url, "sa", "");
    try {
      if (!Schema.isCurrent(first)) {
        first.close();
        return Optional.empty();
      }
      Connection second = DriverManager.getConnection(url, "sa", "");
      return Optional.of(
          new Sessions(
              new Session("touchmark-index-unused", first),
              new Session("touchmark-index-reader", second)));
    } catch (SQLException | IllegalStateException e) {
      closeAfter(first, e);
      throw e;
    }
  }

  /// The one file of the index of a directory.
  public static Path file(Path directory) {
    return directory.resolve("index.mv.db");
  }

  /// Throws the index of a directory away; it begins empty when it is opened.
  public static void delete(Path directory) throws StoreException {
    try {
      deleteFiles(directory);
    } catch (IOException e) {
      throw new StoreException(
          "The index in %s cannot be removed: %s".formatted(directory, DiskTrouble.reason(e)), e);
    }
  }

  private static String url(Path directory) {
    String file = directory.resolve("index").toAbsolutePath().toString();
    return "jdbc:h2:file:" + file.replace(";", "\\;") + SETTINGS;
  }

  /// An index in memory, for tests and throw-away chains.
  public static H2Index inMemory() throws StoreException {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try {
      return new H2Index(url, Optional.empty(), connect(url));
    } catch (SQLException e) {
      throw new StoreException("An index in memory cannot be made: " + e.getMessage(), e);
    }
  }

  private static Sessions connectOrReplace(String url, Path directory)
      throws SQLException, IOException {
    try {
      return connect(url);
    } catch (SQLException | IllegalStateException e) {
      if (e instanceof SQLException sql
          && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw sql; // somebody verifies it: not damaged, only busy
      }
      LOG.warn(
          "The index in {} is damaged and is made again from the segments: {}",
          directory,
          e.getMessage());
      deleteFiles(directory);
      return connect(url);
    }
  }

  private static Sessions connect(String url) throws SQLException {
    Connection write = DriverManager.getConnection(url, "sa", "");
    try {
      write.setAutoCommit(false);
      if (!Schema.isCurrent(write)) {
        Schema.begin(write);
        Schema.finish(write);
      }
      Connection read = DriverManager.getConnection(url, "sa", "");
      return new Sessions(
          new Session("touchmark-index-writer", write),
          new Session("touchmark-index-reader", read));
    } catch (SQLException | IllegalStateException e) {
      closeAfter(write, e);
      throw e;
    }
  }

  private static void closeAfter(Connection connection, Exception cause) {
    try {
      connection.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static void deleteFiles(Path directory) throws IOException {
    Files.deleteIfExists(file(directory));
    Files.deleteIfExists(directory.resolve("index.trace.db"));
  }

  @Override
  public Optional<Entry> newest() throws StoreException {
    return sessions.reader.run(lookups::newest);
  }

  @Override
  public Optional<Entry> at(long height) throws StoreException {
    return sessions.reader.run(connection -> lookups.at(connection, height));
  }

  @Override
  public void add(IndexedBlock block) throws StoreException {
    sessions.writer.run(
        connection -> {
          rows.insert(connection, block);
          return true;
        });
  }

  @Override
  public void commit() throws StoreException {
    sessions.writer.run(H2Index::keep);
  }

  private static boolean keep(Connection connection) throws SQLException {
    connection.commit();
    try (Statement statement = connection.createStatement()) {
      return statement.execute("CHECKPOINT SYNC");
    }
  }

  @Override
  public void clear() throws StoreException {
    try {
      sessions.writer.run(
          connection -> {
            connection.rollback();
            Schema.begin(connection);
            return true;
          });
    } catch (IndexException e) {
      LOG.warn("The index is damaged; its file is made anew: {}", e.getMessage());
      beginAnew();
    }
  }

  @Override
  public void filled() throws StoreException {
    sessions.writer.run(
        connection -> {
          Schema.finish(connection);
          return keep(connection);
        });
  }

  private void beginAnew() throws StoreException {
    try {
      closeDamaged();
      if (directory.isPresent()) {
        deleteFiles(directory.get());
      }
      Sessions anew = connect(url);
      sessions = anew;
      anew.writer.run(
          connection -> {
            Schema.begin(connection);
            return true;
          });
    } catch (IOException | SQLException e) {
      throw new IndexException("The index cannot be made anew: " + e.getMessage(), e);
    }
  }

  private void closeDamaged() {
    try {
      sessions.close();
    } catch (StoreException e) {
      LOG.warn("The damaged index could not be closed cleanly: {}", e.getMessage());
    }
  }

  @Override
  public List<Position> naming(Fingerprint fingerprint) throws StoreException {
    return sessions.reader.run(connection -> lookups.naming(connection, fingerprint));
  }

  @Override
  public List<Position> involving(ResourceId party) throws StoreException {
    return sessions.reader.run(connection -> lookups.involving(connection, party));
  }

  @Override
  public List<Position> derivedFrom(Fingerprint source) throws StoreException {
    return sessions.reader.run(connection -> lookups.derivedFrom(connection, source));
  }

  @Override
  public List<Position> claims(int limit) throws StoreException {
    return sessions.reader.run(connection -> lookups.claims(connection, limit));
  }

  /// Over a connection of its own, so that nobody who looks up waits for it.
  @Override
  public IndexSums sums(long from, long to) throws StoreException {
    try (Session checking = new Session("touchmark-index-checker", another())) {
      return checking.run(connection -> lookups.sums(connection, from, to));
    }
  }

  private Connection another() throws IndexException {
    try {
      return DriverManager.getConnection(url, "sa", "");
    } catch (SQLException | IllegalStateException e) {
      throw new IndexException("The index cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws StoreException {
    sessions.close();
  }

  private record Sessions(Session writer, Session reader) {
    void close() throws StoreException {
      try {
        reader.close();
      } finally {
        writer.close();
      }
    }
  }
}
