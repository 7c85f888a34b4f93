/// Reads material profiles of Ultimaker and Cura. Start with
/// [touchmark.app.format.material.MaterialReader].
@NullMarked
package touchmark.app.format.material;

import org.jspecify.annotations.NullMarked;
