@NullMarked
package touchmark.app.format.xml;

import org.jspecify.annotations.NullMarked;
