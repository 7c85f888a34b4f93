/// The screen-free rasterizer. Shared by the window's software back end, thumbnails and reports.
@NullMarked
package touchmark.app.render;

import org.jspecify.annotations.NullMarked;
