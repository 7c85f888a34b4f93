/// What changed between two files.
@NullMarked
package touchmark.app.difference;

import org.jspecify.annotations.NullMarked;
