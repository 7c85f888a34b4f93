package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.IndexedTransaction;

/// Inserts a block's rows.
final class IndexWriter {

  void insert(Connection connection, IndexedBlock block) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)")) {
      row.setLong(1, block.height());
      row.setBytes(2, block.hash().digest().bytes());
      row.setInt(3, block.location().segment());
      row.setLong(4, block.location().offset());
      row.setLong(5, block.first());
      row.setInt(6, block.transactions().size());
      row.executeUpdate();
    }
    insertTransactions(connection, block);
    insertParties(connection, block);
    insertSources(connection, block);
  }

  private static void insertTransactions(Connection connection, IndexedBlock block)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO tx VALUES (?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < block.transactions().size(); i++) {
        IndexedTransaction tx = block.transactions().get(i);
        row.setLong(1, block.first() + i);
        row.setLong(2, block.height());
        row.setInt(3, i);
        row.setBytes(4, tx.txId().digest().bytes());
        row.setBoolean(5, tx.claim());
        row.setBytes(6, tx.fingerprint().map(print -> print.digest().bytes()).orElse(null));
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private static void insertParties(Connection connection, IndexedBlock block) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement("INSERT INTO party VALUES (?, ?)")) {
      for (int i = 0; i < block.transactions().size(); i++) {
        for (ResourceId party : block.transactions().get(i).parties()) {
          row.setString(1, party.value());
          row.setLong(2, block.first() + i);
          row.addBatch();
        }
      }
      row.executeBatch();
    }
  }

  private static void insertSources(Connection connection, IndexedBlock block) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement("INSERT INTO source VALUES (?, ?)")) {
      for (int i = 0; i < block.transactions().size(); i++) {
        for (Fingerprint source : block.transactions().get(i).sources()) {
          row.setBytes(1, source.digest().bytes());
          row.setLong(2, block.first() + i);
          row.addBatch();
        }
      }
      row.executeBatch();
    }
  }
}
