package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The index's tables. A transaction's number is its leaf in the chain's Merkle tree.
final class Schema {
  /// Another version means other tables: the index is dropped and filled again.
  static final int VERSION = 1;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE schema_version (version INT NOT NULL)",
          "CREATE TABLE block (height BIGINT PRIMARY KEY, hash VARBINARY(32) NOT NULL, segment INT"
              + " NOT NULL, at BIGINT NOT NULL, first BIGINT NOT NULL, size INT NOT NULL)",
          "CREATE TABLE tx (leaf BIGINT PRIMARY KEY, height BIGINT NOT NULL, idx INT NOT NULL,"
              + " id VARBINARY(32) NOT NULL, claim BOOLEAN NOT NULL, fingerprint VARBINARY(32))",
          "CREATE INDEX tx_fingerprint ON tx (fingerprint, leaf)",
          "CREATE TABLE party (party VARCHAR(64) NOT NULL, leaf BIGINT NOT NULL,"
              + " PRIMARY KEY (party, leaf))",
          "CREATE INDEX party_leaf ON party (leaf)",
          "CREATE TABLE source (source VARBINARY(32) NOT NULL, leaf BIGINT NOT NULL,"
              + " PRIMARY KEY (source, leaf))",
          "CREATE INDEX source_leaf ON source (leaf)",
          "INSERT INTO schema_version VALUES (" + VERSION + ")");

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
      try (ResultSet version = statement.executeQuery("SELECT version FROM schema_version")) {
        return version.next() && version.getInt(1) == VERSION && !version.next();
      }
    }
  }

  static void replace(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP ALL OBJECTS");
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    connection.commit();
  }
}
