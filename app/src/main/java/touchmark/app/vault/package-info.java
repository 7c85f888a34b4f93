/// The local files by fingerprint.
@NullMarked
package touchmark.app.vault;

import org.jspecify.annotations.NullMarked;
