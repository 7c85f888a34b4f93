/// The place where panels meet: tool bar, drop targets, status bar, and the wiring between library,
/// preview, inspector and provenance, which know nothing of each other. May import every panel.
/// Start reading at [touchmark.ui.workbench.WorkbenchModel].
@NullMarked
package touchmark.ui.workbench;

import org.jspecify.annotations.NullMarked;
