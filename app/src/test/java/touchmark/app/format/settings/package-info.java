/// What is read of settings, and what is refused.
@NullMarked
package touchmark.app.format.settings;

import org.jspecify.annotations.NullMarked;
