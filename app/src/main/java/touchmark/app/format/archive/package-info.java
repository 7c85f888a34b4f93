/// Sliced data in ZIP archives: plates of G-code, layer files and pictures of layers. Begin with
/// SlicedArchive.
@NullMarked
package touchmark.app.format.archive;

import org.jspecify.annotations.NullMarked;
