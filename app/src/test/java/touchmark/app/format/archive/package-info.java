@NullMarked
package touchmark.app.format.archive;

import org.jspecify.annotations.NullMarked;
