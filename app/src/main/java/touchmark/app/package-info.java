/// The app module.
@NullMarked
package touchmark.app;

import org.jspecify.annotations.NullMarked;
