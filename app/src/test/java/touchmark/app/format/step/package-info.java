/// What is read of STEP files, and what is refused.
@NullMarked
package touchmark.app.format.step;

import org.jspecify.annotations.NullMarked;
