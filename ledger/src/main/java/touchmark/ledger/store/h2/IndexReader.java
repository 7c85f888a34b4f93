package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.TxId;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexedBlock;
import touchmark.ledger.store.IndexedTransaction;
import touchmark.ledger.store.Location;

/// Looks rows up.
final class IndexReader {
  private static final String BLOCK = "SELECT height, hash, segment, at, first, size FROM block ";

  Optional<ChainIndex.Newest> newest(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(BLOCK + "ORDER BY height DESC LIMIT 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new ChainIndex.Newest(
                  row.getLong(1),
                  new BlockHash(Digest.of(row.getBytes(2))),
                  new Location(row.getInt(3), row.getLong(4))))
          : Optional.empty();
    }
  }

  Optional<Location> block(Connection connection, long height) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BLOCK + "WHERE height = ?")) {
      query.setLong(1, height);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Location(row.getInt(3), row.getLong(4)))
            : Optional.empty();
      }
    }
  }

  List<Position> naming(Connection connection, Fingerprint fingerprint) throws SQLException {
    return positions(
        connection,
        "SELECT height, idx FROM tx WHERE fingerprint = ? ORDER BY leaf",
        query -> query.setBytes(1, fingerprint.digest().bytes()));
  }

  List<Position> involving(Connection connection, ResourceId party) throws SQLException {
    return positions(
        connection,
        "SELECT tx.height, tx.idx FROM party JOIN tx ON tx.leaf = party.leaf"
            + " WHERE party.party = ? ORDER BY party.leaf",
        query -> query.setString(1, party.value()));
  }

  List<Position> derivedFrom(Connection connection, Fingerprint source) throws SQLException {
    return positions(
        connection,
        "SELECT tx.height, tx.idx FROM source JOIN tx ON tx.leaf = source.leaf"
            + " WHERE source.source = ? ORDER BY source.leaf",
        query -> query.setBytes(1, source.digest().bytes()));
  }

  List<Position> claims(Connection connection, int limit) throws SQLException {
    return positions(
        connection,
        "SELECT height, idx FROM tx WHERE claim ORDER BY leaf LIMIT ?",
        query -> query.setInt(1, limit));
  }

  Optional<IndexedBlock> indexed(Connection connection, long height) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BLOCK + "WHERE height = ?")) {
      query.setLong(1, height);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new IndexedBlock(
                    height,
                    new BlockHash(Digest.of(row.getBytes(2))),
                    new Location(row.getInt(3), row.getLong(4)),
                    row.getLong(5),
                    transactions(connection, row.getLong(5), row.getInt(6))))
            : Optional.empty();
      }
    }
  }

  private static List<IndexedTransaction> transactions(Connection connection, long first, int size)
      throws SQLException {
    List<IndexedTransaction> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT leaf, id, claim, fingerprint FROM tx WHERE leaf >= ? AND leaf < ?"
                + " ORDER BY leaf")) {
      query.setLong(1, first);
      query.setLong(2, first + size);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long leaf = row.getLong(1);
          found.add(
              new IndexedTransaction(
                  new TxId(Digest.of(row.getBytes(2))),
                  row.getBoolean(3),
                  Optional.ofNullable(row.getBytes(4)).map(Digest::of).map(Fingerprint::new),
                  parties(connection, leaf),
                  sources(connection, leaf)));
        }
      }
    }
    return found;
  }

  private static Set<ResourceId> parties(Connection connection, long leaf) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT party FROM party WHERE leaf = ?")) {
      query.setLong(1, leaf);
      Set<ResourceId> found = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new ResourceId(row.getString(1)));
        }
      }
      return found;
    }
  }

  private static Set<Fingerprint> sources(Connection connection, long leaf) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT source FROM source WHERE leaf = ?")) {
      query.setLong(1, leaf);
      Set<Fingerprint> found = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Fingerprint(Digest.of(row.getBytes(1))));
        }
      }
      return found;
    }
  }

  private static List<Position> positions(Connection connection, String sql, Parameters parameters)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      parameters.set(query);
      List<Position> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Position(row.getLong(1), row.getInt(2)));
        }
      }
      return found;
    }
  }

  @FunctionalInterface
  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }
}
