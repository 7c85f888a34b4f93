package touchmark.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingGroupTest {
  @Test
  void ofThousandsOfOneKindTheFirstFewAreShownAndTheOthersCounted() {
    List<Finding> findings = new ArrayList<>();
    findings.add(finding("OPEN_EDGES", Severity.FAIL, 0));
    for (int i = 0; i < 5_000; i++) {
      findings.add(finding("FLIPPED_SHELL", Severity.CAUTION, i));
    }
    findings.add(finding("OPEN_EDGES", Severity.FAIL, 1));
    List<FindingGroup> groups = FindingGroup.of(findings);
    assertThat(groups).extracting(group -> group.shown().size()).containsExactly(2, 16);
    assertThat(groups).extracting(FindingGroup::more).containsExactly(0, 4_984);
    assertThat(groups.getLast().shown().getFirst().message()).isEqualTo("Number 0.");
  }

  @Test
  void whatStandsForManyIsCountedAsMany() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      findings.add(finding("FLIPPED_SHELL", Severity.CAUTION, i));
    }
    findings.add(
        new Finding("FLIPPED_SHELL", Severity.CAUTION, "the rest", Optional.empty(), 1_000));
    assertThat(FindingGroup.of(findings))
        .singleElement()
        .extracting(FindingGroup::more)
        .isEqualTo(1_004);
    assertThat(Finding.count(findings)).isEqualTo(1_020);
  }

  @Test
  void worseFindingsOfOneCodeStandApart() {
    assertThat(
            FindingGroup.of(
                List.of(
                    finding("INTERNAL_VOID", Severity.FAIL, 0),
                    finding("INTERNAL_VOID", Severity.NOTE, 1))))
        .hasSize(2);
  }

  private static Finding finding(String code, Severity severity, int number) {
    return new Finding(code, severity, "Number " + number + ".", Optional.empty());
  }
}
