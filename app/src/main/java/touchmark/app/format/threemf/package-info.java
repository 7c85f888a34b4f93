/// 3MF core: objects, components, transforms, units, thumbnail.
@NullMarked
package touchmark.app.format.threemf;

import org.jspecify.annotations.NullMarked;
