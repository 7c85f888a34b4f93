package touchmark.app.mesh;

/// Disjoint groups of facets; the first facet of a group stands for it.
final class Groups {
  private final int[] parent;

  Groups(int members) {
    parent = new int[members];
    for (int i = 0; i < members; i++) {
      parent[i] = i;
    }
  }

  Groups(Groups other) {
    parent = other.parent.clone();
  }

  void join(int a, int b) {
    int first = find(a);
    int second = find(b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }

  int find(int member) {
    int at = member;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
