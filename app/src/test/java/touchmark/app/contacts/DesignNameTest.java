package touchmark.app.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesignNameTest {
  @Test
  void idAndVersionComeFromTheFileName() {
    assertThat(DesignName.of("bracket-v3.3mf"))
        .isEqualTo(new DesignName("bracket", Optional.of("v3")));
    assertThat(DesignName.of("Halter groß_V2.1.stl"))
        .isEqualTo(new DesignName("Halter groß", Optional.of("v2.1")));
    assertThat(DesignName.of("bracket.gcode.3mf"))
        .isEqualTo(new DesignName("bracket", Optional.empty()));
    assertThat(DesignName.of("🔩 bolt.step"))
        .isEqualTo(new DesignName("🔩 bolt", Optional.empty()));
  }

  @Test
  void copyMarksAreNoPartOfTheName() {
    assertThat(DesignName.of("bracket-v3 (1).3mf"))
        .isEqualTo(new DesignName("bracket", Optional.of("v3")));
    assertThat(DesignName.of("bracket - Copy.stl").id()).isEqualTo("bracket");
  }

  @Test
  void aNameOfNothingButAVersionOrAnExtensionStaysANames() {
    assertThat(DesignName.of("v3.stl").id()).isEqualTo("v3");
    assertThat(DesignName.of(".stl").id()).isEqualTo(".stl");
    assertThat(DesignName.of("..").id()).isEqualTo("unnamed");
    assertThat(DesignName.of("../../etc/passwd").id()).isEqualTo("passwd");
  }

  @Test
  void somethingAddedIsToldFromAnotherName() {
    DesignName tampered = DesignName.of("bracket-tampered.3mf");
    assertThat(tampered.extendsName("bracket")).isTrue();
    assertThat(tampered.sameDesign("bracket")).isFalse();
    assertThat(DesignName.of("brackets.stl").extendsName("bracket")).isFalse();
    assertThat(DesignName.of("BRACKET.stl").sameDesign("bracket")).isTrue();
  }

  @Test
  void theNextVersionFollowsTheHighest() {
    assertThat(DesignName.nextVersion(List.of())).isEqualTo("v1");
    assertThat(DesignName.nextVersion(List.of("v1", "v3", "v2"))).isEqualTo("v4");
    assertThat(DesignName.nextVersion(List.of("v2.9"))).isEqualTo("v2.10");
    assertThat(DesignName.nextVersion(List.of("draft"))).isEqualTo("v1");
  }
}
