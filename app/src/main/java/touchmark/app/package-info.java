/// The root: [Touchmark] builds everything below, by hand, once; and the home on the disk. May
/// import every room but the front doors. Start with [Touchmark].
@NullMarked
package touchmark.app;

import org.jspecify.annotations.NullMarked;
