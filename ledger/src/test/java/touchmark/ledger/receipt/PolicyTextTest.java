package touchmark.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import touchmark.ledger.codec.MalformedException;
import touchmark.ledger.crypto.FixedSigner;
import touchmark.ledger.proof.NoteKey;
import touchmark.ledger.proof.SignatureType;

class PolicyTextTest {
  private static final Map<String, String> KEYS = new HashMap<>();

  /// The example of [C2SP tlog-policy], its keys filled in.
  private static final String PUBLISHED =
      """
      log %s

      witness X1 %s
      witness X2 %s
      witness X3 %s
      group X-witnesses 2 X1 X2 X3

      witness Y1 %s
      witness Y2 %s
      witness Y3 %s
      group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y
      """
          .formatted(
              log("L"),
              witness("X1"),
              witness("X2"),
              quantumSafe("X3"),
              witness("Y1"),
              witness("Y2"),
              quantumSafe("Y3"));

  @ParameterizedTest
  @CsvSource({
    "'X1 X2 Y1', true",
    "'X2 X3 Y3', true",
    "'X1 X2 X3 Y1 Y2 Y3', true",
    "'X1 Y1', false",
    "'X1 X2', false",
    "'Y1 Y2 Y3', false",
    "'', false",
    "'X1 X-and-Y', false"
  })
  void thePublishedExampleAsksForTwoOfOneHouseAndOneOfTheOther(String cosigned, boolean enough)
      throws MalformedException {
    assertThat(parse(PUBLISHED).isSatisfiedBy(Set.of(cosigned.split(" ", -1)))).isEqualTo(enough);
  }

  @Test
  void spacesTabsCommentsUrlsAndForeignOctetsMeanNothing() throws Exception {
    String text =
        " \t# a comment in Latin-1: \u00e4\n\n\t log  %s\thttps://log.example/ \n"
                .formatted(log("L"))
            + "witness \u00e9 %s https://w.example/\nquorum \u00e9\n".formatted(witness("w"));
    TrustPolicy policy = PolicyText.parse(text.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(policy.witnesses()).extracting(TrustPolicy.Witness::name).containsExactly("\u00e9");
    assertThat(policy.isSatisfiedBy(Set.of("\u00e9"))).isTrue();
  }

  @Test
  void thirtyTwoOfEachAndMoreAreRead() throws MalformedException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("log ").append(log("many" + i)).append('\n');
      text.append("witness w").append(i).append(' ').append(witness("many" + i)).append('\n');
      text.append("group g").append(i).append(" any w").append(i).append('\n');
    }
    assertThat(parse(text + "quorum g39\n").isSatisfiedBy(Set.of("w39"))).isTrue();
  }

  @Test
  void thePolicyOfSeveralValidatorsAsksForAQuorum() throws MalformedException {
    FixedReceipt fixed = FixedReceipt.make();
    List<ValidatorPolicy.Validator> four =
        Stream.of("acme", "bolt", "print-co", "quorum-of-validators")
            .map(
                id ->
                    new ValidatorPolicy.Validator(
                        id,
                        fixed.envelope.payload(),
                        new ValidatorSigners(
                            fixed.network(),
                            FixedSigner.keys(new touchmark.ledger.model.ResourceId(id)))))
            .toList();
    TrustPolicy policy = PolicyText.parse(new ValidatorPolicy("four", four).encode());

    assertThat(policy.logs()).hasSize(4);
    assertThat(policy.isSatisfiedBy(both("acme", "bolt", "print-co"))).isTrue();
    assertThat(policy.isSatisfiedBy(both("acme", "bolt"))).isFalse();
    assertThat(
            policy.isSatisfiedBy(
                Set.of("acme/ed25519", "bolt/ed25519", "print-co/ed25519", "acme/ml-dsa-44")))
        .isFalse();
  }

  @Test
  void aNameCannotBreakOutOfItsComment() throws MalformedException {
    FixedReceipt fixed = FixedReceipt.make();
    byte[] text =
        new ValidatorPolicy(
                "evil\nquorum none\n#",
                List.of(
                    new ValidatorPolicy.Validator(
                        "evil\nquorum none", fixed.envelope.payload(), fixed.signers)))
            .encode();
    assertThat(PolicyText.parse(text).quorum()).isEqualTo("quorum-of-validators");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,2", "4,3", "5,4", "6,4", "7,5", "10,7"})
  void theQuorumIsThatOfTheDesign(int validators, int quorum) {
    assertThat(ValidatorPolicy.quorum(validators)).isEqualTo(quorum);
  }

  static Stream<Arguments> wrong() {
    String log = "log " + log("L") + "\n";
    String witness = "witness w " + witness("w") + "\n";
    return Stream.of(
        Arguments.of("", "quorum"),
        Arguments.of(log, "quorum NAME"),
        Arguments.of(log + "quorum none", "a newline at the end"),
        Arguments.of(log + "quorum none\nquorum none\n", "one quorum"),
        Arguments.of("quorum w\n" + witness, "not defined before"),
        Arguments.of(log + log + "quorum none\n", "twice"),
        Arguments.of("log " + rename(log("L")) + "\n" + log + "quorum none\n", "twice"),
        Arguments.of(witness + "witness v " + witness("w") + "\nquorum v\n", "twice"),
        Arguments.of(witness + "witness w " + witness("v") + "\nquorum w\n", "taken already"),
        Arguments.of("witness none " + witness("w") + "\nquorum none\n", "taken already"),
        Arguments.of("log " + witness("w") + "\nquorum none\n", "not one for a log"),
        Arguments.of("witness w " + log("L") + "\nquorum w\n", "not one for a witness"),
        Arguments.of(witness + "group g 2 w\nquorum g\n", "2 of 1"),
        Arguments.of(witness + "group g 0 w\nquorum g\n", "all, any or a number"),
        Arguments.of(witness + "group g 01 w\nquorum g\n", "all, any or a number"),
        Arguments.of(witness + "group g 99999999999 w\nquorum g\n", "all, any or a number"),
        Arguments.of(witness + "group g all\nquorum g\n", "group NAME"),
        Arguments.of(witness + "group g all w w\nquorum g\n", "a member twice"),
        Arguments.of(witness + "group g all w\ngroup h all w\nquorum h\n", "a member twice"),
        Arguments.of(witness + "group g all v\nquorum g\n", "not defined before"),
        Arguments.of(witness + "group g all g\nquorum g\n", "not defined before"),
        Arguments.of(witness + "group g all none\nquorum g\n", "not defined before"),
        Arguments.of(witness + "group w all w\nquorum w\n", "taken already"),
        Arguments.of("log\nquorum none\n", "log VKEY"),
        Arguments.of(log.strip() + " a b\nquorum none\n", "log VKEY"),
        Arguments.of("log x+y+z\nquorum none\n", "Base64"),
        Arguments.of("log x+y\nquorum none\n", "a key"),
        Arguments.of("trust me\nquorum none\n", "log, witness, group"),
        Arguments.of("quorum none\r\n", "control character"),
        Arguments.of("quorum\u007f none\n", "control character"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aPolicyThatDoesNotHoldTogetherIsRefused(String text, String because) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(because);
  }

  @Test
  void aPolicyHasAMostOfBytesAndEntries() {
    assertThatThrownBy(() -> PolicyText.parse(new byte[PolicyText.LONGEST + 1]))
        .hasMessageContaining("at most");
    String members = " w".repeat(300);
    assertThatThrownBy(() -> parse("group g all" + members + "\nquorum g\n"))
        .hasMessageContaining("words");
  }

  private static Set<String> both(String... organizations) {
    return Set.copyOf(
        Stream.of(organizations)
            .flatMap(id -> Stream.of(id + "/ed25519", id + "/ml-dsa-44"))
            .toList());
  }

  private static TrustPolicy parse(String text) throws MalformedException {
    return PolicyText.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String log(String name) {
    return vkey(name, SignatureType.LOG);
  }

  private static String witness(String name) {
    return vkey(name, SignatureType.COSIGNATURE_ED25519);
  }

  private static String quantumSafe(String name) {
    return vkey(name, SignatureType.COSIGNATURE_ML_DSA_44);
  }

  private static String vkey(String name, SignatureType type) {
    return KEYS.computeIfAbsent(
        name + type,
        ignored ->
            new NoteKey(name + ".example", type, FixedSigner.of(type.kind(), name + type).key())
                .vkey());
  }

  /// The same key under another name.
  private static String rename(String vkey) {
    try {
      NoteKey key = NoteKey.parse("test", vkey);
      return new NoteKey("other." + key.name(), key.type(), key.key()).vkey();
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
