/// What every panel stands on: [touchmark.ui.support.Background] is the one crossing between
/// working threads and the FX thread, [touchmark.ui.support.Messages] holds the words,
/// [touchmark.ui.support.Theme] the colours. Knows no panel and nothing of the domain but the
/// exceptions whose sentences it shows.
@NullMarked
package touchmark.ui.support;

import org.jspecify.annotations.NullMarked;
