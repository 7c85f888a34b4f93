/// What a file looks like: a model or a toolpath that one can turn, cut and walk through.
///
/// Start at [PreviewPane]; [PreviewModel] has the state and what the user may do, [Viewport] the
/// two ways to draw it. May import `app`, `ui.control` and `ui.support`; no other panel.
@NullMarked
package touchmark.ui.preview;

import org.jspecify.annotations.NullMarked;
