/// Small controls that know nothing of the domain: signs, fact lists, links to copy. Start reading
/// at [touchmark.ui.control.StateSign].
@NullMarked
package touchmark.ui.control;

import org.jspecify.annotations.NullMarked;
