package touchmark.ledger.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.model.Prefixed;

/// A sorted map that never changes: [#with] returns another map, which shares all but the path to
/// the new entry. Whoever holds one keeps a consistent picture without any lock.
///
/// A height-balanced tree rather than a hash trie: keys such as fingerprints are chosen by members,
/// and no choice of keys makes a tree slow.
public final class PersistentMap<K extends Comparable<? super K>, V>
    implements Iterable<PersistentMap.Entry<K, V>> {
  private final @Nullable Node<K, V> root;
  private final int size;

  private PersistentMap(@Nullable Node<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  /// A map without entries.
  public static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(null, 0);
  }

  /// How many keys there are.
  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public boolean containsKey(K key) {
    return find(key) != null;
  }

  public Optional<V> get(K key) {
    Node<K, V> node = find(key);
    return node == null ? Optional.empty() : Optional.of(node.value);
  }

  /// This map with the key set to the value.
  public PersistentMap<K, V> with(K key, V value) {
    Putting<K, V> putting = new Putting<>(key, value);
    Node<K, V> next = putting.into(root);
    return new PersistentMap<>(next, putting.replaced ? size : size + 1);
  }

  /// Entries in the order of their keys.
  @Override
  public Iterator<Entry<K, V>> iterator() {
    return new InOrder<>(root);
  }

  /// How many keys are compared at most to find one.
  int depth() {
    return height(root);
  }

  private @Nullable Node<K, V> find(K key) {
    long prefix = prefixOf(key);
    Node<K, V> node = root;
    while (node != null) {
      int order = order(prefix, key, node);
      if (order == 0) {
        return node;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  /// One new entry on its way down the tree, which learns whether it takes another's place.
  private static final class Putting<K extends Comparable<? super K>, V> {
    private final K key;
    private final long prefix;
    private final V value;
    private boolean replaced;

    Putting(K key, V value) {
      this.key = key;
      this.prefix = prefixOf(key);
      this.value = value;
    }

    Node<K, V> into(@Nullable Node<K, V> node) {
      if (node == null) {
        return new Node<>(prefix, key, value, null, null);
      }
      int order = order(prefix, key, node);
      if (order == 0) {
        replaced = true;
        return new Node<>(prefix, key, value, node.left, node.right);
      }
      return order < 0
          ? balanced(node, into(node.left), node.right)
          : balanced(node, node.left, into(node.right));
    }
  }

  private static <K, V> Node<K, V> balanced(
      Node<K, V> top, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
    int tilt = height(left) - height(right);
    if (tilt > 1 && left != null) {
      Node<K, V> inner = left.right;
      return inner != null && height(left.left) < height(inner)
          ? inner.over(left.over(left.left, inner.left), top.over(inner.right, right))
          : left.over(left.left, top.over(inner, right));
    }
    if (tilt < -1 && right != null) {
      Node<K, V> inner = right.left;
      return inner != null && height(right.right) < height(inner)
          ? inner.over(top.over(left, inner.left), right.over(inner.right, right.right))
          : right.over(top.over(left, inner), right.right);
    }
    return top.over(left, right);
  }

  private static <K extends Comparable<? super K>> int order(long prefix, K key, Node<K, ?> node) {
    return prefix == node.prefix
        ? key.compareTo(node.key)
        : Long.compareUnsigned(prefix, node.prefix);
  }

  private static long prefixOf(Object key) {
    return key instanceof Prefixed prefixed ? prefixed.prefix() : 0;
  }

  private static int height(@Nullable Node<?, ?> node) {
    return node == null ? 0 : node.height;
  }

  /// A key and its value.
  public record Entry<K, V>(K key, V value) {}

  private static final class Node<K, V> {
    // Tells most keys apart where the node itself lies, without a look at the key.
    final long prefix;
    final K key;
    final V value;
    final @Nullable Node<K, V> left;
    final @Nullable Node<K, V> right;
    final int height;

    Node(long prefix, K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
      this.prefix = prefix;
      this.key = key;
      this.value = value;
      this.left = left;
      this.right = right;
      this.height = 1 + Math.max(height(left), height(right));
    }

    Node<K, V> over(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
      return new Node<>(prefix, key, value, newLeft, newRight);
    }
  }

  private static final class InOrder<K, V> implements Iterator<Entry<K, V>> {
    private final Deque<Node<K, V>> pending = new ArrayDeque<>();

    InOrder(@Nullable Node<K, V> root) {
      descend(root);
    }

    private void descend(@Nullable Node<K, V> from) {
      for (Node<K, V> node = from; node != null; node = node.left) {
        pending.push(node);
      }
    }

    @Override
    public boolean hasNext() {
      return !pending.isEmpty();
    }

    @Override
    public Entry<K, V> next() {
      if (pending.isEmpty()) {
        throw new NoSuchElementException();
      }
      Node<K, V> node = pending.pop();
      descend(node.right);
      return new Entry<>(node.key, node.value);
    }
  }
}
