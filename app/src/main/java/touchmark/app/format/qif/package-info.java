/// Reads QIF 2 and 3 [ISO 23952, ANSI/DMSC QIF]: products, features, characteristics with their
/// tolerances, measured results. Start with [touchmark.app.format.qif.QifReader].
@NullMarked
package touchmark.app.format.qif;

import org.jspecify.annotations.NullMarked;
