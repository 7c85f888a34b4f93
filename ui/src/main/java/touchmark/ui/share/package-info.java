/// The share sheet beside the preview: to whom, with which right, and who will then hold the file.
/// Start with [ShareModel] and [ShareSheet].
@NullMarked
package touchmark.ui.share;

import org.jspecify.annotations.NullMarked;
