/// What is read of QIF, and what is refused.
@NullMarked
package touchmark.app.format.qif;

import org.jspecify.annotations.NullMarked;
