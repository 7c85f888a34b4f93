/// The files at hand: mine, received, sent, opened. Imports `control` and `support`, no other
/// panel. Start reading at [touchmark.ui.library.LibraryModel].
@NullMarked
package touchmark.ui.library;

import org.jspecify.annotations.NullMarked;
