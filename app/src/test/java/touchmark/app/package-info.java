/// Tests of the home as a whole.
@NullMarked
package touchmark.app;

import org.jspecify.annotations.NullMarked;
