@NullMarked
package touchmark.app.format.gzip;

import org.jspecify.annotations.NullMarked;
