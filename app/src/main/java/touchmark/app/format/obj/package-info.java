/// Wavefront OBJ.
@NullMarked
package touchmark.app.format.obj;

import org.jspecify.annotations.NullMarked;
