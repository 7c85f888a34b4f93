/// What this station did and refused: append-only, local.
@NullMarked
package touchmark.app.journal;

import org.jspecify.annotations.NullMarked;
