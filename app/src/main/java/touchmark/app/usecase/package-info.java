/// One class for each verb: claim, share, verify, open, compare.
@NullMarked
package touchmark.app.usecase;

import org.jspecify.annotations.NullMarked;
