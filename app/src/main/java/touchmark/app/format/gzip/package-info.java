/// Single files packed with gzip: what is inside goes to the reader that recognises it.
@NullMarked
package touchmark.app.format.gzip;

import org.jspecify.annotations.NullMarked;
