/// The JavaFX workstation: start at [touchmark.ui.Launcher]; [touchmark.ui.WorkstationWindow]
/// builds the window by hand. The only module that knows JavaFX.
///
/// `workbench -> panels -> control, support`; panels never import each other, the workbench passes
/// values between them.
@NullMarked
package touchmark.ui;

import org.jspecify.annotations.NullMarked;
