/// What is known of the file that is shown: details, findings, rights. Imports `control` and
/// `support`, no other panel. Start reading at [touchmark.ui.inspector.InspectorModel].
@NullMarked
package touchmark.ui.inspector;

import org.jspecify.annotations.NullMarked;
