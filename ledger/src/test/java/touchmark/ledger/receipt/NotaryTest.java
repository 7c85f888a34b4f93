package touchmark.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import touchmark.ledger.StoreException;
import touchmark.ledger.TestClock;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.model.Digest;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.proof.MerkleHash;
import touchmark.ledger.proof.MerkleProofs;
import touchmark.ledger.proof.SignedNote;
import touchmark.ledger.proof.SubtreeHashes;
import touchmark.ledger.proof.TreeHead;

class NotaryTest {
  private static final ValidatorSigners SIGNERS = signers("acme");
  private final TestClock clock = new TestClock(FixedReceipt.TIME);

  @TempDir private Path folder;
  private Path file;
  private Notary notary;

  @BeforeEach
  void begin() throws StoreException {
    file = folder.resolve("votes").resolve("checkpoint");
    notary = new Notary(file, SIGNERS, clock);
    notary.begin();
  }

  @Test
  void aGrowingTreeIsSignedAndEachHeadIsOnTheDiskBeforeItIsGiven() throws Exception {
    for (int size : new int[] {1, 2, 3, 7, 8, 40}) {
      SignedNote note = sign(notary, leaves(size, 0));
      assertThat(note.text()).contains("\n" + size + "\n");
      assertThat(Files.readString(file)).isEqualTo(note.print());
    }
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void theSameHeadIsGivenAgainAsItWasSigned() throws StoreException {
    SignedNote first = sign(notary, leaves(5, 0));
    clock.advance(Duration.ofDays(1));
    assertThat(sign(new Notary(file, SIGNERS, clock), leaves(5, 0))).isEqualTo(first);
  }

  @Test
  void aSmallerTreeIsNeverSignedAfterALargerOne() throws StoreException {
    sign(notary, leaves(5, 0));
    assertThatThrownBy(() -> sign(notary, leaves(4, 0)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("5 transactions was signed already, and the chain has 4");
  }

  @Test
  void anotherTreeOfThatSizeOrALargerOneIsNeverSigned() throws Exception {
    sign(notary, leaves(5, 0));
    String before = Files.readString(file);
    for (int size : new int[] {5, 6, 8, 30}) {
      for (int different = 0; different < 5; different++) {
        List<Digest> other = leaves(size, 0);
        other.set(different, MerkleHash.leaf(new byte[] {99}));
        assertThatThrownBy(() -> sign(notary, other))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("not the one whose first 5 transactions");
      }
    }
    assertThat(Files.readString(file)).isEqualTo(before);
    sign(notary, leaves(6, 0));
  }

  @Test
  void keysWithoutARecordSignNothing() throws Exception {
    sign(notary, leaves(5, 0));
    Notary others = new Notary(file, signers("bolt"), clock);
    assertThat(others.remembers()).isFalse();
    assertThatThrownBy(() -> sign(others, leaves(6, 0))).hasMessageContaining("not on record here");

    Files.delete(file);
    assertThat(notary.remembers()).isFalse();
    assertThatThrownBy(() -> sign(notary, leaves(6, 0))).hasMessageContaining("not on record here");
  }

  @Test
  void aDamagedRecordIsNamedAndNothingIsSigned() throws Exception {
    sign(notary, leaves(5, 0));
    Files.writeString(file, "\u0001", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> sign(notary, leaves(6, 0)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is damaged");
  }

  @Test
  void aRecordThatSomebodyAlteredIsNoRecord() throws Exception {
    sign(notary, leaves(5, 0));
    Files.writeString(file, Files.readString(file).replace("\n5\n", "\n4\n"));
    assertThat(notary.remembers()).isFalse();
  }

  @Test
  void aClockSetBackDoesNotMakeTheLargerTreeTheOlderOne() throws Exception {
    sign(notary, leaves(5, 0));
    clock.advance(Duration.ofDays(-30));
    SignedNote note = sign(notary, leaves(6, 0));
    assertThat(SIGNERS.cosigner().key().time(note.signatures().get(1)))
        .isEqualTo(Optional.of(FixedReceipt.TIME));
  }

  private static SignedNote sign(Notary notary, List<Digest> leaves) throws StoreException {
    MerkleProofs proofs =
        new MerkleProofs(SubtreeHashes.ofLeaves(index -> leaves.get((int) index)));
    return notary.sign(new TreeHead(leaves.size(), proofs.root(leaves.size())), proofs);
  }

  private static List<Digest> leaves(int count, int from) {
    List<Digest> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(MerkleHash.leaf(new byte[] {(byte) (from + i)}));
    }
    return leaves;
  }

  private static ValidatorSigners signers(String organization) {
    return new ValidatorSigners(
        new NetworkId(MerkleHash.leaf(new byte[0])),
        FixedSigner.keys(new ResourceId(organization)));
  }
}
