/// Is this part sound? Open edges, shells, internal voids; layers, extents, scripts.
@NullMarked
package touchmark.app.inspect;

import org.jspecify.annotations.NullMarked;
