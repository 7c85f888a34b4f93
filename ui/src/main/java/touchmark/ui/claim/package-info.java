/// The claim sheet beside the preview: what will be recorded, and who will read it, before anything
/// is. Start with [ClaimModel] and [ClaimSheet].
@NullMarked
package touchmark.ui.claim;

import org.jspecify.annotations.NullMarked;
