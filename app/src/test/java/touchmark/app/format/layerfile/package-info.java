@NullMarked
package touchmark.app.format.layerfile;

import org.jspecify.annotations.NullMarked;
