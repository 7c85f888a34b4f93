/// The history of one asset, ready to show.
@NullMarked
package touchmark.app.timeline;

import org.jspecify.annotations.NullMarked;
