/// The rules against an independent table of all transactions, and one by one.
@NullMarked
package touchmark.ledger.rules;

import org.jspecify.annotations.NullMarked;
