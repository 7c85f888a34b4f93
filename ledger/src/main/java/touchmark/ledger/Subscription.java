package touchmark.ledger;

/// Something that is being told of changes; closing it ends that.
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
