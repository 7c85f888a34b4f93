package touchmark.ledger.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import touchmark.ledger.model.Bytes;
import touchmark.ledger.model.CertificateHash;
import touchmark.ledger.model.Limits;
import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.Nonce;
import touchmark.ledger.model.Signer;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Transaction;
import touchmark.ledger.model.TxId;

/// A transaction's payload as JSON: written in one way, read strictly. What is signed, hashed and
/// stored is always the bytes that [#encode] gave, never a re-encoding.
public final class PayloadCodec {
  private static final int NONCE_DIGITS = 32;

  private PayloadCodec() {}

  /// The payload's bytes. Their number is not judged here: whoever takes them decodes them first.
  public static byte[] encode(
      NetworkId network,
      Nonce nonce,
      Instant timeOfTx,
      Instant validUntil,
      Statement statement,
      List<Signer> signers) {
    ObjectNode payload = StrictJson.newObject();
    payload.put("network", network.hex());
    payload.put("nonce", nonce.hex());
    payload.put("timeOfTx", Timestamps.print(timeOfTx));
    payload.put("validUntil", Timestamps.print(validUntil));
    StatementWriter.write(statement, payload.putObject("statement"));
    var list = payload.putArray("signers");
    for (Signer signer : signers) {
      list.addObject()
          .put("resource", signer.resource().value())
          .put("certificate", signer.certificate().hex());
    }
    return StrictJson.print(payload);
  }

  /// Reads a payload within the widest limits that any network may have.
  public static Transaction decode(Bytes payload) throws MalformedException {
    return decode(payload, Limits.WIDEST);
  }

  /// Reads a payload within a network's limits.
  ///
  /// @throws MalformedException if it is too large (judged before it is parsed), or anything in it
  ///   is unknown, missing, twice, of the wrong type or out of its range
  public static Transaction decode(Bytes payload, Limits limits) throws MalformedException {
    byte[] bytes = payload.toArray();
    JsonObject json = StrictJson.parse("payload", bytes, limits.largestPayload());
    NetworkId network = new NetworkId(json.digest("network"));
    Nonce nonce = nonce(json);
    Instant timeOfTx = json.time("timeOfTx");
    Instant validUntil = json.time("validUntil");
    Statement statement = new StatementReader(limits).read(json.object("statement"));
    List<Signer> signers = json.objects("signers", Transaction.MOST_SIGNERS, PayloadCodec::signer);
    json.end();
    return json.make(
        () -> new Transaction(id(bytes), network, nonce, timeOfTx, validUntil, statement, signers));
  }

  /// The name of the transaction whose payload these bytes are.
  public static TxId txId(Bytes payload) {
    return id(payload.toArray());
  }

  private static TxId id(byte[] payload) {
    return new TxId(Hashing.sha256(Domain.TRANSACTION, payload));
  }

  private static Nonce nonce(JsonObject json) throws MalformedException {
    String text = json.text("nonce", NONCE_DIGITS);
    if (text.length() != NONCE_DIGITS || !JsonObject.isLowerHex(text)) {
      throw new MalformedException(
          json.at("nonce"), "32 lower-case hexadecimal digits", "\"" + text + "\"");
    }
    return Nonce.parse(text);
  }

  private static Signer signer(JsonObject json) throws MalformedException {
    return new Signer(
        StatementReader.resource(json, "resource"),
        new CertificateHash(json.digest("certificate")));
  }
}
