@NullMarked
package touchmark.app.format.bgcode;

import org.jspecify.annotations.NullMarked;
