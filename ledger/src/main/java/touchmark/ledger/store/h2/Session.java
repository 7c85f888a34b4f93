package touchmark.ledger.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import touchmark.ledger.StoreException;
import touchmark.ledger.store.IndexException;
import touchmark.ledger.store.Lane;

/// One connection and the one lane that uses it. H2 closes its file when a thread is interrupted
/// while it reads or writes, so callers, who may be interrupted, never touch the connection.
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Lane lane;

  Session(String name, Connection connection) {
    this.connection = connection;
    this.lane = new Lane(name);
  }

  <T> T run(Work<T> work) throws StoreException {
    return lane.run(
        () -> {
          try {
            return work.on(connection);
          } catch (SQLException | IllegalArgumentException | IllegalStateException e) {
            throw new IndexException("The index cannot be used: " + e.getMessage(), e);
          }
        });
  }

  @Override
  public void close() throws StoreException {
    try {
      run(
          open -> {
            open.close();
            return true;
          });
    } finally {
      lane.close();
    }
  }

  /// Something to do with the connection.
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
