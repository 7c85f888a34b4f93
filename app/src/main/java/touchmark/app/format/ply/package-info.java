/// PLY, text and binary.
@NullMarked
package touchmark.app.format.ply;

import org.jspecify.annotations.NullMarked;
