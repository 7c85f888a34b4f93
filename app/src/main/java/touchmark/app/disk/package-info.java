/// Files that are whole or not there at all: written beside, flushed, moved into place. Imports
/// nothing else of Touchmark.
@NullMarked
package touchmark.app.disk;

import org.jspecify.annotations.NullMarked;
