/// The ui module.
@NullMarked
package touchmark.ui;

import org.jspecify.annotations.NullMarked;
