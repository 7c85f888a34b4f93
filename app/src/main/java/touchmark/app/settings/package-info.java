/// Key and value settings, of slicers and printers.
@NullMarked
package touchmark.app.settings;

import org.jspecify.annotations.NullMarked;
