/// Settings of slicers and printers as keys and values, whichever file they come from. Imports
/// nothing of Touchmark. Start with [touchmark.app.settings.Settings].
@NullMarked
package touchmark.app.settings;

import org.jspecify.annotations.NullMarked;
