/// Layers as outlines and hatches: what machines that expose or melt get instead of a toolpath.
/// Imports the boxes of `mesh`. Start with [touchmark.app.slices.Slices].
@NullMarked
package touchmark.app.slices;

import org.jspecify.annotations.NullMarked;
