/// Tests.
@NullMarked
package touchmark.app.verify;

import org.jspecify.annotations.NullMarked;
