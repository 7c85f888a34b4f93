/// Tests.
@NullMarked
package touchmark.app.journal;

import org.jspecify.annotations.NullMarked;
