package touchmark.ledger.crypto;

import touchmark.ledger.model.Bytes;

/// Signs, without saying which certificate goes with the key.
@FunctionalInterface
interface Signing {
  /// ECDSA signatures are DER with low S.
  Bytes sign(byte[] message);
}
