/// G-code of the common slicers and plain firmware dialects.
@NullMarked
package touchmark.app.format.gcode;

import org.jspecify.annotations.NullMarked;
