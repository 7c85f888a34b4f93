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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.Location;

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

  /// The newest block that the index of a directory knows, without changing anything; empty where
  /// there is no index, another process has it open, or it cannot be read.
  public static Optional<Long> newestIn(Path directory) {
    if (!Files.exists(directory.resolve("index.mv.db"))) {
      return Optional.empty();
    }
    try (Connection reading =
        DriverManager.getConnection(url(directory) + ";ACCESS_MODE_DATA=r", "sa", "")) {
      return Schema.isCurrent(reading)
          ? new IndexReader().newest(reading).map(Newest::height)
          : Optional.empty();
    } catch (SQLException | IllegalArgumentException | IllegalStateException e) {
      LOG.info("The index in {} is left out: {}", directory, e.getMessage());
      return Optional.empty();
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
        Schema.replace(write);
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
    Files.deleteIfExists(directory.resolve("index.mv.db"));
    Files.deleteIfExists(directory.resolve("index.trace.db"));
  }

  @Override
  public Optional<Newest> newest() throws StoreException {
    return sessions.reader.run(lookups::newest);
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
    sessions.writer.run(
        connection -> {
          connection.commit();
          try (Statement statement = connection.createStatement()) {
            return statement.execute("CHECKPOINT SYNC");
          }
        });
  }

  @Override
  public void clear() throws StoreException {
    try {
      sessions.writer.run(
          connection -> {
            connection.rollback();
            Schema.replace(connection);
            return true;
          });
    } catch (IndexException e) {
      LOG.warn("The index is damaged; its file is made anew: {}", e.getMessage());
      beginAnew();
    }
  }

  private void beginAnew() throws StoreException {
    try {
      closeDamaged();
      if (directory.isPresent()) {
        deleteFiles(directory.get());
      }
      sessions = connect(url);
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
  public Optional<Location> block(long height) throws StoreException {
    return sessions.reader.run(connection -> lookups.block(connection, height));
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

  @Override
  public Optional<IndexedBlock> indexed(long height) throws StoreException {
    return sessions.reader.run(connection -> lookups.indexed(connection, height));
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
