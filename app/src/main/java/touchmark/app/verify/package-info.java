/// The checks before a print, one class each, and the verdict they add up to.
@NullMarked
package touchmark.app.verify;

import org.jspecify.annotations.NullMarked;
