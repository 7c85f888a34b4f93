package touchmark.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PersistentMapTest {

  @Property(tries = 200)
  void itAnswersLikeASortedMapAndKeepsItsPast(
      @ForAll List<@IntRange(min = -50, max = 50) Integer> keys) {
    PersistentMap<Integer, String> map = PersistentMap.empty();
    TreeMap<Integer, String> expected = new TreeMap<>();
    List<PersistentMap<Integer, String>> past = new ArrayList<>();
    List<TreeMap<Integer, String>> expectedPast = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      past.add(map);
      expectedPast.add(new TreeMap<>(expected));
      map = map.with(keys.get(i), "value " + i);
      expected.put(keys.get(i), "value " + i);
    }

    assertThat(asMap(map)).isEqualTo(expected);
    assertThat(map.size()).isEqualTo(expected.size());
    for (int i = 0; i < past.size(); i++) {
      assertThat(asMap(past.get(i))).isEqualTo(expectedPast.get(i));
    }
    for (int key = -51; key <= 51; key++) {
      assertThat(map.get(key).orElse(null)).isEqualTo(expected.get(key));
    }
  }

  @Test
  void keysInOrderDoNotMakeItDeep() {
    PersistentMap<Integer, Integer> map = PersistentMap.empty();
    for (int i = 0; i < 200_000; i++) {
      map = map.with(i, i);
    }
    assertThat(map.size()).isEqualTo(200_000);
    assertThat(map.depth()).isLessThan(27);
  }

  private static TreeMap<Integer, String> asMap(PersistentMap<Integer, String> map) {
    TreeMap<Integer, String> entries = new TreeMap<>();
    map.forEach(entry -> entries.put(entry.key(), entry.value()));
    return entries;
  }
}
