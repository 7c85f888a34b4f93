/// The local files by fingerprint, with a note of name and shape. May import disk, inspect and what
/// that imports. Start with [Vault].
@NullMarked
package touchmark.app.vault;

import org.jspecify.annotations.NullMarked;
