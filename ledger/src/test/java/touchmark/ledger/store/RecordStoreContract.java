package touchmark.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Bytes;

/// What every store of records keeps to.
abstract class RecordStoreContract {

  abstract RecordStore store() throws StoreException;

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static List<String> texts(RecordCursor cursor) throws StoreException {
    List<String> found = new ArrayList<>();
    try (cursor) {
      while (cursor.next() instanceof Found.Intact intact) {
        found.add(
            intact.record().type()
                + " "
                + new String(intact.record().bytes().toArray(), StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  @Test
  void recordsComeBackInTheirOrder() throws StoreException {
    try (RecordStore store = store()) {
      store.append(RecordType.GENESIS, bytes("begin"));
      Location second = store.append(RecordType.BLOCK, bytes("one"));
      store.append(RecordType.BLOCK, new byte[0]);
      store.force();

      assertThat(texts(store.scan())).containsExactly("GENESIS begin", "BLOCK one", "BLOCK ");
      assertThat(store.read(second).bytes()).isEqualTo(Bytes.of(bytes("one")));
      assertThat(store.readOnlyBecause()).isEmpty();
    }
  }

  @Test
  void whatIsNotForcedDoesNotCountYet() throws StoreException {
    try (RecordStore store = store()) {
      store.append(RecordType.GENESIS, bytes("begin"));
      store.force();
      store.append(RecordType.BLOCK, bytes("one"));
      assertThat(texts(store.scan())).containsExactly("GENESIS begin");

      store.force();
      assertThat(texts(store.scan())).containsExactly("GENESIS begin", "BLOCK one");
    }
  }

  @Test
  void aCursorIsNotDisturbedByLaterRecords() throws StoreException {
    try (RecordStore store = store()) {
      store.append(RecordType.GENESIS, bytes("begin"));
      store.force();
      try (RecordCursor cursor = store.scan()) {
        store.append(RecordType.BLOCK, bytes("one"));
        store.force();
        assertThat(texts(cursor)).containsExactly("GENESIS begin");
      }
    }
  }

  @Test
  void aPlaceWithoutARecordIsNamed() throws StoreException {
    try (RecordStore store = store()) {
      store.append(RecordType.GENESIS, bytes("begin"));
      store.force();
      assertThatThrownBy(() -> store.read(new Location(0, 5_000)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("5000");
    }
  }

  @Test
  void anEmptyStoreHasNoRecords() throws StoreException {
    try (RecordStore store = store()) {
      assertThat(texts(store.scan())).isEmpty();
    }
  }
}
