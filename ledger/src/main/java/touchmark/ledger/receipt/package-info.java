/// Receipts: that a transaction stands in a chain, for others to check offline with no chain at all
/// [C2SP tlog-proof, tlog-policy], and the validator's hand that signs the checkpoints in them. May
/// import store, proof, crypto, codec. Start with [Receipt], then [ReceiptCheck] and [Notary].
@NullMarked
package touchmark.ledger.receipt;

import org.jspecify.annotations.NullMarked;
