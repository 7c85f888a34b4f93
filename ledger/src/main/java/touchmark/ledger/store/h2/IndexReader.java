package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.ledger.model.BlockHash;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Position;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.store.ChainIndex;
import touchmark.ledger.store.IndexSums;
import touchmark.ledger.store.Location;

/// Looks rows up.
final class IndexReader {
  private static final String BLOCK = "SELECT height, hash, segment, at, first, size FROM block ";

  Optional<ChainIndex.Entry> newest(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(BLOCK + "ORDER BY height DESC LIMIT 1")) {
      return entry(query);
    }
  }

  Optional<ChainIndex.Entry> at(Connection connection, long height) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BLOCK + "WHERE height = ?")) {
      query.setLong(1, height);
      return entry(query);
    }
  }

  private static Optional<ChainIndex.Entry> entry(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next()
          ? Optional.of(
              new ChainIndex.Entry(
                  row.getLong(1),
                  new BlockHash(Digest.of(row.getBytes(2))),
                  new Location(row.getInt(3), row.getLong(4))))
          : Optional.empty();
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

  /// Adds up the rows of some blocks. Each search is read in its own order, so that the database
  /// goes through the very tree that a search goes through.
  IndexSums sums(Connection connection, long from, long to) throws SQLException {
    IndexSums sums = new IndexSums();
    long firstLeaf = Long.MAX_VALUE;
    long endLeaf = 0;
    try (PreparedStatement query =
        connection.prepareStatement(BLOCK + "WHERE height >= ? AND height <= ? ORDER BY height")) {
      query.setLong(1, from);
      query.setLong(2, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long first = row.getLong(5);
          int size = row.getInt(6);
          firstLeaf = Math.min(firstLeaf, first);
          endLeaf = Math.max(endLeaf, first + size);
          sums.block(
              row.getLong(1),
              row.getBytes(2),
              new Location(row.getInt(3), row.getLong(4)),
              first,
              size);
        }
      }
    }
    Leaves leaves = new Leaves(firstLeaf, endLeaf);
    leaves.each(
        connection,
        "SELECT leaf, height, idx, id, claim FROM tx WHERE leaf >= ? AND leaf < ? ORDER BY leaf",
        row ->
            sums.transaction(
                row.getLong(1), row.getLong(2), row.getInt(3), row.getBytes(4), row.getBoolean(5)));
    leaves.each(
        connection,
        "SELECT fingerprint, leaf FROM tx USE INDEX (tx_fingerprint) WHERE fingerprint IS NOT NULL"
            + " AND leaf >= ? AND leaf < ? ORDER BY fingerprint, leaf",
        row -> sums.fingerprint(row.getBytes(1), row.getLong(2)));
    leaves.each(
        connection,
        "SELECT party, leaf FROM party USE INDEX (party_leaf) WHERE leaf >= ? AND leaf < ? ORDER BY"
            + " party, leaf",
        row -> sums.party(row.getString(1), row.getLong(2)));
    leaves.each(
        connection,
        "SELECT source, leaf FROM source USE INDEX (source_leaf) WHERE leaf >= ? AND leaf < ? ORDER"
            + " BY source, leaf",
        row -> sums.source(row.getBytes(1), row.getLong(2)));
    return sums;
  }

  /// Transactions by their number: the first, and behind the last.
  private record Leaves(long first, long end) {
    void each(Connection connection, String sql, Row each) throws SQLException {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setFetchSize(1_000);
        query.setLong(1, first);
        query.setLong(2, end);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            each.read(row);
          }
        }
      }
    }
  }

  @FunctionalInterface
  private interface Row {
    void read(ResultSet row) throws SQLException;
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
