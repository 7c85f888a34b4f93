/// Who acts here: the pages of the first run, the page that unlocks a home. Imports `control` and
/// `support`, no other panel. Start reading at [touchmark.ui.identity.FirstRunModel].
@NullMarked
package touchmark.ui.identity;

import org.jspecify.annotations.NullMarked;
