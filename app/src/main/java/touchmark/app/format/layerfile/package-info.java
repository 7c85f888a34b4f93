/// Common Layer Interface files (`.cli`): outlines and hatches layer by layer. Begin with
/// LayerFileReader.
@NullMarked
package touchmark.app.format.layerfile;

import org.jspecify.annotations.NullMarked;
