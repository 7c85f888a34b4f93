package touchmark.ledger.store;

class MemoryStoreTest extends RecordStoreContract {
  @Override
  RecordStore store() {
    return new MemoryStore();
  }
}
