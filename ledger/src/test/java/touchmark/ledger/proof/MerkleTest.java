package touchmark.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Digest;

class MerkleTest {
  /// The leaves and roots of the Certificate Transparency reference implementation [RFC 6962].
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final List<Digest> PUBLISHED =
      LEAVES.stream().map(hex -> MerkleHash.leaf(HexFormat.of().parseHex(hex))).toList();

  @Test
  void anEmptyTreeHasThePublishedRoot() {
    assertThat(Frontier.EMPTY.root().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void theTreeGrowsThroughThePublishedRoots() {
    Frontier frontier = Frontier.EMPTY;
    for (int i = 0; i < PUBLISHED.size(); i++) {
      frontier = frontier.append(PUBLISHED.get(i));
      assertThat(frontier.head()).isEqualTo(new TreeHead(i + 1, Digest.parse(ROOTS.get(i))));
    }
  }

  @Test
  void inclusionProofsAreThePublishedOnes() {
    assertThat(proofs(PUBLISHED).inclusion(0, 8).path())
        .extracting(Digest::hex)
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(proofs(PUBLISHED).inclusion(0, 1).path()).isEmpty();
  }

  @Test
  void consistencyProofsAreThePublishedOnes() {
    assertThat(proofs(PUBLISHED).consistency(1, 8).path())
        .extracting(Digest::hex)
        .containsExactly(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    assertThat(proofs(PUBLISHED).consistency(6, 8).path())
        .extracting(Digest::hex)
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Property(tries = 60)
  void everyLeafOfEveryTreeIsProvedAndNothingElse(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int place) {
    List<Digest> leaves = leaves(size);
    Digest root = definition(leaves);
    int index = place % size;
    InclusionProof proof = proofs(leaves).inclusion(index, size);

    assertThat(proof.proves(leaves.get(index), root)).isTrue();
    assertThat(proof.proves(leaves.get((index + 1) % size), root)).isEqualTo(size == 1);
    assertThat(proof.proves(leaves.get(index), leaves.get(index))).isEqualTo(size == 1);
    assertThat(
            new InclusionProof(index, size, with(proof.path(), root))
                .proves(leaves.get(index), root))
        .isFalse();
    for (int i = 0; i < proof.path().size(); i++) {
      List<Digest> wrong = new ArrayList<>(proof.path());
      wrong.set(i, root);
      assertThat(new InclusionProof(index, size, wrong).proves(leaves.get(index), root)).isFalse();
      wrong.remove(i);
      assertThat(new InclusionProof(index, size, wrong).proves(leaves.get(index), root)).isFalse();
    }
  }

  @Property(tries = 60)
  void everyTreeIsProvedToBeginWithEverySmallerOne(
      @ForAll @IntRange(min = 1, max = 70) int size, @ForAll @IntRange(max = 69) int smaller) {
    List<Digest> leaves = leaves(size);
    int first = 1 + smaller % size;
    Digest root = definition(leaves);
    Digest firstRoot = definition(leaves.subList(0, first));
    ConsistencyProof proof = proofs(leaves).consistency(first, size);

    assertThat(proof.proves(firstRoot, root)).isTrue();
    assertThat(proof.proves(leaf(1_000), root)).isFalse();
    assertThat(proof.proves(firstRoot, leaf(1_000))).isFalse();
    assertThat(new ConsistencyProof(first, size, with(proof.path(), root)).proves(firstRoot, root))
        .isFalse();
    for (int i = 0; i < proof.path().size(); i++) {
      List<Digest> wrong = new ArrayList<>(proof.path());
      wrong.set(i, leaf(1_000));
      assertThat(new ConsistencyProof(first, size, wrong).proves(firstRoot, root)).isFalse();
      wrong.remove(i);
      assertThat(new ConsistencyProof(first, size, wrong).proves(firstRoot, root)).isFalse();
    }
  }

  @Property(tries = 40)
  void theFrontierHasTheRootOfTheDefinitionAtEverySize(@ForAll @IntRange(max = 130) int size) {
    List<Digest> leaves = leaves(size);
    Frontier frontier = Frontier.EMPTY;
    for (Digest leaf : leaves) {
      frontier = frontier.append(leaf);
    }
    assertThat(frontier.head()).isEqualTo(new TreeHead(size, definition(leaves)));
    assertThat(proofs(leaves).root(size)).isEqualTo(frontier.root());
    assertThat(Frontier.of(frontier.size(), frontier.peaks())).isEqualTo(frontier);
  }

  @Test
  void anOldFrontierStaysWhatItWas() {
    Frontier before = Frontier.EMPTY.append(leaf(0)).append(leaf(1)).append(leaf(2));
    Digest root = before.root();
    Frontier one = before.append(leaf(3));
    Frontier other = before.append(leaf(4));
    assertThat(before.root()).isEqualTo(root);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void aNodeDoesNotPassForALeaf() {
    Digest left = leaf(0);
    Digest right = leaf(1);
    byte[] both = new byte[64];
    System.arraycopy(left.bytes(), 0, both, 0, 32);
    System.arraycopy(right.bytes(), 0, both, 32, 32);
    assertThat(MerkleHash.leaf(both)).isNotEqualTo(MerkleHash.node(left, right));
  }

  @Test
  void proofsOutsideTheTreeAreRefused() {
    assertThatThrownBy(() -> proofs(PUBLISHED).inclusion(8, 8))
        .hasMessage("leaf 8 lies outside a tree of 8");
    assertThatThrownBy(() -> proofs(PUBLISHED).consistency(0, 8))
        .hasMessage("no tree of 8 leaves begins with one of 0");
    assertThatThrownBy(() -> Frontier.of(3, List.of(leaf(0))))
        .hasMessageContaining("another number of peaks");
  }

  /// MTH as [RFC 9162 2.1.1] defines it.
  private static Digest definition(List<Digest> leaves) {
    if (leaves.isEmpty()) {
      return MerkleHash.EMPTY_ROOT;
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return MerkleHash.node(
        definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
  }

  private static MerkleProofs proofs(List<Digest> leaves) {
    return new MerkleProofs(SubtreeHashes.ofLeaves(index -> leaves.get((int) index)));
  }

  private static List<Digest> leaves(int count) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(leaf(i));
    }
    return leaves;
  }

  private static Digest leaf(int number) {
    return MerkleHash.leaf(new byte[] {(byte) (number >> 8), (byte) number});
  }

  private static List<Digest> with(List<Digest> path, Digest more) {
    List<Digest> longer = new ArrayList<>(path);
    longer.add(more);
    return longer;
  }
}
