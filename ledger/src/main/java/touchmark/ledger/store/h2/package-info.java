/// The index over the segments, in H2. The only package that knows H2; everything in it can be
/// dropped and rebuilt.
@NullMarked
package touchmark.ledger.store.h2;

import org.jspecify.annotations.NullMarked;
