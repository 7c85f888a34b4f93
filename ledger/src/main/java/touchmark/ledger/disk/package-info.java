/// Files that are whole or not there, and folders that go with all that is in them.
@NullMarked
package touchmark.ledger.disk;

import org.jspecify.annotations.NullMarked;
