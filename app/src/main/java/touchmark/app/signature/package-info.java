/// Signatures inside files: found, checked, and made. Knows no ledger and no screen; whom to trust
/// is handed in. Start at [touchmark.app.signature.Signatures].
@NullMarked
package touchmark.app.signature;

import org.jspecify.annotations.NullMarked;
