package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The index's tables. A transaction's number is its leaf in the chain's Merkle tree.
final class Schema {
  /// Another version means other tables: the index is dropped and filled again.
  static final int VERSION = 2;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE schema_version (version INT NOT NULL, filled BOOLEAN NOT NULL)",
          "CREATE TABLE block (height BIGINT PRIMARY KEY, hash VARBINARY(32) NOT NULL, segment INT"
              + " NOT NULL, at BIGINT NOT NULL, first BIGINT NOT NULL, size INT NOT NULL)",
          "CREATE TABLE tx (leaf BIGINT PRIMARY KEY, height BIGINT NOT NULL, idx INT NOT NULL,"
              + " id VARBINARY(32) NOT NULL, claim BOOLEAN NOT NULL, fingerprint VARBINARY(32))",
          "CREATE TABLE party (party VARCHAR(64) NOT NULL, leaf BIGINT NOT NULL)",
          "CREATE TABLE source (source VARBINARY(32) NOT NULL, leaf BIGINT NOT NULL)",
          "INSERT INTO schema_version VALUES (" + VERSION + ", FALSE)");

  // Made after a filling: sorting once costs far less than keeping random keys in order.
  private static final List<String> SEARCHES =
      List.of(
          "CREATE INDEX tx_fingerprint ON tx (fingerprint, leaf)",
          "CREATE INDEX party_leaf ON party (party, leaf)",
          "CREATE INDEX source_leaf ON source (source, leaf)",
          "UPDATE schema_version SET filled = TRUE");

  private Schema() {}

  static boolean isCurrent(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet table =
          statement.executeQuery(
              "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'SCHEMA_VERSION'")) {
        if (!table.next()) {
          return false;
        }
      }
      try (ResultSet version =
          statement.executeQuery("SELECT version, filled FROM schema_version")) {
        return version.next()
            && version.getInt(1) == VERSION
            && version.getBoolean(2)
            && !version.next();
      }
    }
  }

  /// Empty tables, which cannot be searched yet.
  static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
    }
    execute(connection, TABLES);
  }

  /// Makes the tables searchable.
  static void finish(Connection connection) throws SQLException {
    execute(connection, SEARCHES);
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    connection.commit();
  }
}
