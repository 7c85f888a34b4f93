/// Signatures in comments of G-code: this program's, and those of NIST's toolkit.
@NullMarked
package touchmark.app.signature.armour;

import org.jspecify.annotations.NullMarked;
