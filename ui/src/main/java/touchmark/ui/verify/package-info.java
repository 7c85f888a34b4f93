/// Verification before a print: the seven checks as they finish, the verdict that they add up to,
/// and only then a release. Start with [VerifyModel] and [VerifyDialog].
@NullMarked
package touchmark.ui.verify;

import org.jspecify.annotations.NullMarked;
