/// Triangles as the readers make them and as inspection, difference and drawing use them.
@NullMarked
package touchmark.app.mesh;

import org.jspecify.annotations.NullMarked;
