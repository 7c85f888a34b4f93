/// Objects put into their places: what 3MF builds and AMF constellations have in common. May import
/// the meshes. Start with [Assembly].
@NullMarked
package touchmark.app.format.assembly;

import org.jspecify.annotations.NullMarked;
