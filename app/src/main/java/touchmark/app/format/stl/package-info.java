/// STL, binary and ASCII.
@NullMarked
package touchmark.app.format.stl;

import org.jspecify.annotations.NullMarked;
