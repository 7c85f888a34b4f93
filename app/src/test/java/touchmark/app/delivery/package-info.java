/// Tests.
@NullMarked
package touchmark.app.delivery;

import org.jspecify.annotations.NullMarked;
