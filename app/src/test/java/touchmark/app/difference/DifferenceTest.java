package touchmark.app.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void aSummaryAloneIsAlsoTheList() {
    Difference difference = new Difference(false, List.of("the volume is 2.0 instead of 1.0"));
    assertThat(difference.changes())
        .containsExactly(Change.of(Change.Kind.CHANGED, "the volume is 2.0 instead of 1.0"));
  }

  @Test
  void remarksAloneAreNoDifferenceOfSubstance() {
    Change remark = Change.of(Change.Kind.REMARK, "a comment differs");
    assertThat(Difference.of(List.of(remark)).same()).isTrue();
    assertThat(Difference.of(List.of(remark, Change.of(Change.Kind.ADDED, "1 shell"))).same())
        .isFalse();
  }

  @Test
  void aChangeSaysWhatChanged() {
    assertThatThrownBy(() -> Change.of(Change.Kind.ADDED, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
