/// Small files that are on the disk, whole, when the call returns.
@NullMarked
package touchmark.ledger.disk;

import org.jspecify.annotations.NullMarked;
