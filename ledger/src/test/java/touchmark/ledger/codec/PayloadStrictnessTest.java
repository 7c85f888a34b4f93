package touchmark.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.FileLabels;
import touchmark.ledger.model.Limits;

/// One lie a test.
class PayloadStrictnessTest {
  private static final String CLAIM = json(Samples.payload(Samples.PRIVATE_CLAIM));
  private static final String PUBLIC = json(Samples.payload(Samples.PUBLIC_CLAIM));
  private static final String SEND = json(Samples.payload(Samples.SEND));
  private static final String ENROL = json(Samples.payload(Samples.ENROL_ORGANIZATION));
  private static final String DELEGATE = json(Samples.payload(Samples.DELEGATE));

  @Test
  void anUnknownKey() {
    refused(
        SEND.replace("\"forward\"", "\"backward\":true,\"forward\""),
        "payload.statement: expected no other key, found \"backward\"");
  }

  @Test
  void anUnknownKeyAtTheTop() {
    refused(
        SEND.replaceFirst("\\{", "{\"extra\":1,"),
        "payload: expected no other key, found \"extra\"");
  }

  @Test
  void anUnknownKeyDeepInside() {
    refused(
        ENROL.replace("\"town\"", "\"planet\":\"Mars\",\"town\""),
        "payload.statement.organization.address: expected no other key, found \"planet\"");
  }

  @Test
  void aDuplicateKey() {
    refused(SEND.replace("\"forward\":true", "\"forward\":true,\"forward\":false"), "Duplicate");
  }

  @Test
  void aDuplicateKeyInAnotherSpelling() {
    refused(
        SEND.replace("\"forward\":true", "\"forward\":true,\"f\\u006frward\":false"), "Duplicate");
  }

  @Test
  void aMissingKey() {
    refused(
        SEND.replace(",\"forward\":true", ""),
        "payload.statement.forward: expected true or false, found nothing");
  }

  @Test
  void trailingTokens() {
    refused(SEND + "{}", "expected one strict JSON object");
    refused(SEND + "x", "expected one strict JSON object");
  }

  @Test
  void nothingAtAll() {
    refused("", "payload: expected a JSON object, found nothing");
    refused("[]", "payload: expected a JSON object, found a array value");
    refused("null", "payload: expected a JSON object, found a null value");
  }

  @Test
  void aCutPayload() {
    for (int length = 0; length < SEND.length(); length++) {
      String cut = SEND.substring(0, length);
      assertThatThrownBy(() -> decode(cut)).isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void commentsAndOtherLeniencies() {
    refused(SEND.replaceFirst("\\{", "{/* hello */"), "one strict JSON object");
    refused(SEND.replace("true", "True"), "one strict JSON object");
    refused(SEND.replace("true}", "true,}"), "one strict JSON object");
    refused(SEND.replace("\"forward\"", "forward"), "one strict JSON object");
    refused(SEND.replace("\"forward\"", "'forward'"), "one strict JSON object");
  }

  @Test
  void aByteOrderMark() {
    refused("\ufeff" + SEND, "one strict JSON object");
  }

  @Test
  void aWrongType() {
    refused(SEND.replace("true", "\"true\""), "expected true or false, found a string value");
    refused(SEND.replace("true", "1"), "expected true or false, found a number value");
    refused(SEND.replace("\"acme\"", "7"), "expected a text, found a number value");
    refused(SEND.replace("\"acme\"", "null"), "expected a text, found a null value");
    refused(
        DELEGATE.replaceFirst("\"acts\":\\[[^]]*]", "\"acts\":\"CLAIM\""),
        "payload.statement.acts: expected a list, found a string value");
  }

  @Test
  void aNumberOutOfRange() {
    String place = "payload.statement.statedFindings[0].count: expected a whole number from 1 to ";
    for (String count : new String[] {"0", "-2", "2147483648", "18446744073709551617"}) {
      refused(CLAIM.replace("\"count\":2", "\"count\":" + count), place);
    }
  }

  @Test
  void aNumberWithAFraction() {
    refused(CLAIM.replace("\"count\":2", "\"count\":2.0"), "fraction or exponent");
    refused(CLAIM.replace("\"count\":2", "\"count\":2e0"), "fraction or exponent");
    refused(CLAIM.replace("\"count\":2", "\"count\":\"2\""), "found a string value");
  }

  @Test
  void aNumberOfAThousandDigits() {
    refused(
        CLAIM.replace("\"count\":2", "\"count\":" + "9".repeat(1_000)), "one strict JSON object");
  }

  @Test
  void aTextThatIsTooLong() {
    refused(
        PUBLIC.replace("\"bracket\"", "\"" + "b".repeat(201) + "\""),
        "the file's id has 201 characters, at most 200 are allowed");
    refused(
        PUBLIC.replace("\"bracket\"", "\"" + "b".repeat(3_000) + "\""),
        "payload.statement.productData.file.clear.id: expected at most 2000 characters");
  }

  @Test
  void aPayloadThatIsTooLarge() {
    String large = SEND + " ".repeat(Limits.WIDEST.largestPayload() - SEND.length() + 1);
    refused(large, "payload: expected at most 65536 bytes of JSON, found 65537 bytes");
  }

  @Test
  void theLargestPayloadIsRead() throws MalformedException {
    String large = SEND + " ".repeat(Limits.WIDEST.largestPayload() - SEND.length());
    assertThat(decode(large)).isEqualTo(Samples.SEND);
  }

  @Test
  void aPayloadBeyondItsNetworksLimits() throws MalformedException {
    Limits narrow = new Limits(16 * 1024, 64 * 1024, 10, 1, 10, 2);
    assertThatThrownBy(() -> PayloadCodec.decode(bytes(PUBLIC), narrow))
        .hasMessageContaining("clear.versionIds: expected at most 1 elements, found 2");
    String oneVersion = PUBLIC.replace("\"v1\",\"v2\"", "\"v1\"");
    assertThatThrownBy(() -> PayloadCodec.decode(bytes(oneVersion), narrow))
        .hasMessageContaining("clear.descriptions[0]: expected at most 10 characters");
    String large = SEND + " ".repeat(16 * 1024);
    assertThatThrownBy(() -> PayloadCodec.decode(bytes(large), narrow))
        .hasMessageContaining("expected at most 16384 bytes");
    assertThat(PayloadCodec.decode(bytes(SEND), narrow).statement()).isEqualTo(Samples.SEND);
  }

  @Test
  void deepNesting() {
    refused("{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}", "one strict JSON object");
  }

  @Test
  void halfASurrogatePair() {
    refused(PUBLIC.replace("\"bracket\"", "\"br\\ud83dcket\""), "half a surrogate pair");
  }

  @Test
  void halfASurrogatePairInUtf8() {
    byte[] bytes = PUBLIC.replace("bracket", "br???et").getBytes(StandardCharsets.UTF_8);
    int at = json(bytes).indexOf("br???et") + 2;
    bytes[at] = (byte) 0xed;
    bytes[at + 1] = (byte) 0xa0;
    bytes[at + 2] = (byte) 0x80;
    assertThatThrownBy(() -> PayloadCodec.decode(Bytes.of(bytes)))
        .hasMessageStartingWith("payload: expected UTF-8");
  }

  @Test
  void anOverlongUtf8Sequence() {
    byte[] bytes = PUBLIC.replace("bracket", "br??ket").getBytes(StandardCharsets.UTF_8);
    int at = json(bytes).indexOf("br??ket") + 2;
    bytes[at] = (byte) 0xc1;
    bytes[at + 1] = (byte) 0xa1;
    assertThatThrownBy(() -> PayloadCodec.decode(Bytes.of(bytes)))
        .hasMessageStartingWith("payload: expected UTF-8");
  }

  @Test
  void anotherEncoding() {
    Bytes utf16 = Bytes.of(SEND.getBytes(StandardCharsets.UTF_16BE));
    assertThatThrownBy(() -> PayloadCodec.decode(utf16)).isInstanceOf(MalformedException.class);
  }

  @Test
  void aControlCharacter() {
    refused(PUBLIC.replace("\"bracket\"", "\"bra\\u0007cket\""), "contains a control character");
    refused(PUBLIC.replace("\"bracket\"", "\"bra\u0007cket\""), "one strict JSON object");
  }

  @Test
  void aBlankTextInsteadOfNone() {
    refused(
        ENROL.replace("\"Bolt Ltd\"", "\" \""),
        "payload.statement.organization.name: expected words, or no such key, found a blank text");
  }

  @Test
  void upperCaseDigits() {
    refused(
        SEND.replace(
            Samples.digest(3).hex(), Samples.digest(3).hex().toUpperCase(java.util.Locale.ROOT)),
        "payload.statement.productData: expected 64 lower-case hexadecimal digits");
    refused(
        SEND.replace("0123456789abcdef", "0123456789ABCDEF"),
        "payload.nonce: expected 32 lower-case hexadecimal digits");
  }

  @Test
  void aTimeInAnotherForm() {
    for (String time :
        new String[] {
          "2026-11-22T09:30:00Z",
          "2026-11-22T09:30:00.1255Z",
          "2026-11-22T10:30:00.125+01:00",
          "2026-02-30T09:30:00.125Z",
          "2026-11-22T24:00:00.000Z",
          "2026-11-22t09:30:00.125z"
        }) {
      refused(SEND.replace("2026-11-22T09:30:00.125Z", time), "payload.timeOfTx: expected ");
    }
  }

  @Test
  void aTimeBefore1970() {
    refused(SEND.replace("2026-11-22T", "1969-11-22T"), "lies in the years 1970 to 9999");
  }

  @Test
  void aValidityOfMoreThanNinetyDays() {
    refused(SEND.replace("2026-12-22T", "2027-12-22T"), "by at most 90 days");
    refused(SEND.replace("2026-12-22T", "2025-12-22T"), "validUntil is after timeOfTx");
  }

  @Test
  void anUnknownStatement() {
    refused(
        SEND.replace("SendProductData", "TakeProductData"),
        "payload.statement.type: expected a statement's type, found \"TakeProductData\"");
  }

  @Test
  void anotherStatementsFields() {
    refused(SEND.replace("SendProductData", "Delegate"), "payload.statement.organization");
  }

  @Test
  void anUnknownDataType() {
    refused(CLAIM.replace("GEOMETRY_SLICED", "geometry_sliced"), "expected one of [GEOMETRY_3D,");
  }

  @Test
  void anotherHashAlgorithm() {
    refused(CLAIM.replace("SHA-256", "SHA-1"), "hashAlgo: expected SHA-256, found \"SHA-1\"");
  }

  @Test
  void clearLabelsOfAPrivateAsset() {
    refused(PUBLIC.replace("\"isPublic\":true", "\"isPublic\":false"), "only a public asset");
    refused(
        CLAIM.replace("\"isPublic\":false", "\"isPublic\":true"),
        "a public asset has clear labels");
  }

  @Test
  void labelsBothClearAndSealed() {
    refused(
        CLAIM.replace(
            "\"sealed\"",
            "\"clear\":{\"id\":\"x\",\"versionIds\":[\"v\"]," + "\"descriptions\":[]},\"sealed\""),
        "productData.file: expected no other key, found \"sealed\"");
  }

  @Test
  void aFileWithoutAVersion() {
    refused(PUBLIC.replace("\"v1\",\"v2\"", ""), "a file has 1 to 64 versions, not 0");
  }

  @Test
  void tooManyVersions() {
    String most = "\"v\",".repeat(FileLabels.MOST_VERSIONS);
    refused(
        PUBLIC.replace("\"v1\",\"v2\"", most + "\"v\""), "expected at most 64 elements, found 65");
  }

  @Test
  void base64InAnotherForm() {
    String place = "payload.statement.authorityCertificate: expected Base64 with padding";
    refused(ENROL.replace("\"MAEC\"", "\"MAE\""), place);
    refused(ENROL.replace("\"MAEC\"", "\"MAD=\""), place);
    refused(ENROL.replace("\"MAEC\"", "\"MA-_\""), place);
    refused(ENROL.replace("\"MAEC\"", "\"MA EC\""), place);
    refused(
        ENROL.replace("\"MAEC\"", "\"\""), "the authority certificate has 1 to 8192 bytes, not 0");
  }

  @Test
  void anActTwice() {
    refused(DELEGATE.replace("\"CLAIM\",", "\"CLAIM\",\"CLAIM\","), "none twice");
    refused(
        DELEGATE.replace("\"CLAIM\",\"SEND\"", "\"SEND\",\"CLAIM\""), "the names in their order");
    refused(DELEGATE.replace("\"CLAIM\",\"SEND\"", ""), "at least one act");
  }

  @Test
  void anApprovalTwice() {
    refused(ENROL.replace("[\"acme\"]", "[\"acme\",\"acme\"]"), "an approval is named twice");
  }

  @Test
  void aSignerTwice() {
    String signer = SEND.substring(SEND.indexOf("\"signers\":[") + 11, SEND.length() - 2);
    refused(SEND.replace(signer, signer + "," + signer), "a signer is named twice");
  }

  @Test
  void noSigner() {
    String signer = SEND.substring(SEND.indexOf("\"signers\":[") + 11, SEND.length() - 2);
    refused(SEND.replace(signer, ""), "a transaction has 1 to 32 signers");
  }

  @Test
  void aResourceIdWithOtherSigns() {
    refused(SEND.replace("\"bolt-ltd\"", "\"Bolt Ltd\""), "'Bolt Ltd' is no resource id");
  }

  @Test
  void aTransferToOneself() {
    refused(
        text(Samples.TRANSFER_OWNERSHIP).replace("\"to\":\"bolt-ltd\"", "\"to\":\"acme\""),
        "'acme' cannot hand ownership over to itself");
    refused(
        text(Samples.TRANSFER_PART).replace("\"to\":\"bolt-ltd\"", "\"to\":\"acme\""),
        "'acme' cannot hand a part over to itself");
  }

  @Test
  void aSerialNumberWithASpaceOrTooLong() {
    refused(text(Samples.REGISTER_PART).replace("SN-0042/a", "SN 42"), "is no serial number");
    refused(
        text(Samples.REGISTER_PART).replace("SN-0042/a", "9".repeat(65)),
        "payload.statement.serialNumber: expected at most 64 characters, found 65");
  }

  @Test
  void anUnknownReasonOfARevocation() {
    refused(
        text(Samples.REVOKE_CERTIFICATE).replace("KEY_COMPROMISE", "CA_COMPROMISE"),
        "payload.statement.reason: expected one of");
  }

  @Test
  void anUnknownChangeOfValidatorsAndOneWithTheFieldsOfAnother() {
    refused(
        text(Samples.ADD_VALIDATOR).replace("\"ADD\"", "\"SWAP\""),
        "payload.statement.change: expected one of [ADD, REMOVE, RESEAL], found \"SWAP\"");
    refused(
        text(Samples.ADD_VALIDATOR).replace("\"ADD\"", "\"REMOVE\""),
        "expected no other key, found \"sealingCertificate\"");
  }

  @Test
  void aChangeOfValidatorsWithoutApprovalOrWithAHeightOutOfRange() {
    refused(
        text(Samples.ADD_VALIDATOR).replace("\"approvedBy\":[\"acme\"]", "\"approvedBy\":[]"),
        "a change of validators has 1 to 32 approvals");
    refused(
        text(Samples.ADD_VALIDATOR).replace(":1200", ":0"),
        "payload.statement.activationHeight: expected a whole number from 1 to");
    refused(
        text(Samples.ADD_VALIDATOR).replace(":1200", ":9223372036854775808"),
        "payload.statement.activationHeight: expected a whole number from 1 to");
  }

  private static String text(touchmark.ledger.model.Statement statement) {
    return new String(Samples.payload(statement), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void refused(String json, String sentence) {
    assertThat(json).isNotIn(Arrays.asList(CLAIM, PUBLIC, SEND, ENROL, DELEGATE));
    assertThatThrownBy(() -> decode(json))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("payload")
        .hasMessageContaining(sentence);
  }

  private static Object decode(String json) throws MalformedException {
    return PayloadCodec.decode(bytes(json)).statement();
  }

  private static Bytes bytes(String json) {
    return Bytes.of(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(byte[] payload) {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
