/// The seven questions before a print, one class each, and the verdict they add up to. May import
/// timeline, delivery and what stands right of them. Start with [Verifier], then `Questions`.
@NullMarked
package touchmark.app.verify;

import org.jspecify.annotations.NullMarked;
