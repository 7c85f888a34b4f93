/// Hands over exactly the verified bytes. Start with [touchmark.app.release.ReleaseToFolder].
@NullMarked
package touchmark.app.release;

import org.jspecify.annotations.NullMarked;
