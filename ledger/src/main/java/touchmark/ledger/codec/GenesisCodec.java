package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.Genesis;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;
import touchmark.ledger.model.ResourceId;

/// The first bytes of a network as JSON: written in one way, read strictly. They are kept as they
/// were written, since their hash is the network's name.
public final class GenesisCodec {
  /// Most bytes that are read.
  public static final int LARGEST = 1024 * 1024;

  private static final int VERSION = 1;

  private GenesisCodec() {}

  /// The network's name: SHA-256 of the genesis bytes with the tag [Domain#GENESIS].
  public static NetworkId networkId(Bytes genesis) {
    return new NetworkId(Hashing.sha256(Domain.GENESIS, genesis.toArray()));
  }

  /// The genesis bytes.
  public static byte[] encode(Genesis genesis) {
    ObjectNode json = StrictJson.newObject();
    json.put("version", VERSION);
    json.put("networkName", genesis.networkName());
    json.put("mode", genesis.mode().name());
    json.put("created", Timestamps.print(genesis.created()));
    json.putObject("limits")
        .put("largestPayload", genesis.limits().largestPayload())
        .put("largestBlock", genesis.limits().largestBlock())
        .put("mostTransactions", genesis.limits().mostTransactions())
        .put("mostVersions", genesis.limits().mostVersions())
        .put("longestDescription", genesis.limits().longestDescription())
        .put("longestPath", genesis.limits().longestPath());
    ArrayNode validators = json.putArray("validators");
    for (Genesis.Validator validator : genesis.validators()) {
      validators
          .addObject()
          .put("organization", validator.organization().value())
          .put(
              "sealingCertificate",
              Base64.getEncoder().encodeToString(validator.sealingCertificate().toArray()));
    }
    return StrictJson.print(json);
  }

  /// Reads genesis bytes.
  ///
  /// @throws MalformedException if anything is unknown, missing, twice, of the wrong type or out of
  ///   its range
  public static Genesis decode(Bytes genesis) throws MalformedException {
    JsonObject json = StrictJson.parse("genesis", genesis.toArray(), LARGEST);
    json.whole("version", VERSION, VERSION);
    String name = json.text("networkName", 100);
    NetworkMode mode = json.constant("mode", NetworkMode.class);
    Instant created = json.time("created");
    Limits limits = limits(json.object("limits"));
    List<Genesis.Validator> validators =
        json.objects("validators", Genesis.MOST_VALIDATORS, GenesisCodec::validator);
    json.end();
    return json.make(() -> new Genesis(name, mode, created, limits, validators));
  }

  private static Limits limits(JsonObject json) throws MalformedException {
    int payload = json.whole("largestPayload", 0, Integer.MAX_VALUE);
    int block = json.whole("largestBlock", 0, Integer.MAX_VALUE);
    int transactions = json.whole("mostTransactions", 0, Integer.MAX_VALUE);
    int versions = json.whole("mostVersions", 0, Integer.MAX_VALUE);
    int description = json.whole("longestDescription", 0, Integer.MAX_VALUE);
    int path = json.whole("longestPath", 0, Integer.MAX_VALUE);
    json.end();
    return json.make(() -> new Limits(payload, block, transactions, versions, description, path));
  }

  private static Genesis.Validator validator(JsonObject json) throws MalformedException {
    ResourceId organization = StatementReader.resource(json, "organization");
    Bytes certificate = json.base64("sealingCertificate", Bytes.LONGEST_CERTIFICATE);
    return json.make(() -> new Genesis.Validator(organization, certificate));
  }
}
