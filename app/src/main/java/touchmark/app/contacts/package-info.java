/// Local texts that the chain holds only as commitments: file labels and personal details.
/// Erasable.
@NullMarked
package touchmark.app.contacts;

import org.jspecify.annotations.NullMarked;
