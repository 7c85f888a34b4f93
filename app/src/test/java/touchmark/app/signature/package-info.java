@NullMarked
package touchmark.app.signature;

import org.jspecify.annotations.NullMarked;
