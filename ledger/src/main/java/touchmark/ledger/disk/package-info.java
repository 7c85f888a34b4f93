/// Files that are whole or not there.
@NullMarked
package touchmark.ledger.disk;

import org.jspecify.annotations.NullMarked;
