/// Tests.
@NullMarked
package touchmark.app.contacts;

import org.jspecify.annotations.NullMarked;
