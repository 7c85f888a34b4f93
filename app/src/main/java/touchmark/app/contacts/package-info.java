/// Local texts that the chain holds only as commitments: file labels and personal details,
/// erasable; and the names that people read. May import vault, disk. Start with [Names].
@NullMarked
package touchmark.app.contacts;

import org.jspecify.annotations.NullMarked;
