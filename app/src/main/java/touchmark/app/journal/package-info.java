/// What this station did and refused: append-only lines, local. May import disk. Start with
/// [Journal].
@NullMarked
package touchmark.app.journal;

import org.jspecify.annotations.NullMarked;
