/// Tests.
@NullMarked
package touchmark.app.usecase;

import org.jspecify.annotations.NullMarked;
