/// Sliced moves as structure of arrays with a layer index.
@NullMarked
package touchmark.app.toolpath;

import org.jspecify.annotations.NullMarked;
