/// The Cryptographic Message Syntax [RFC 5652]: one detached signature, checked and made.
@NullMarked
package touchmark.app.signature.cms;

import org.jspecify.annotations.NullMarked;
