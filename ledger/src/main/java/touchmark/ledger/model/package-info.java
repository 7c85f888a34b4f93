/// The information model of NIST AMS 300-6, section 3, and what a chain is made of: immutable
/// records, checked in their constructors. Imports nothing else of Touchmark. Start with
/// [Statement] and [Transaction].
@NullMarked
package touchmark.ledger.model;

import org.jspecify.annotations.NullMarked;
