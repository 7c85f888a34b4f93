/// What the readers of settings share: a bounded draft, and the search for commands to run. Start
/// with [touchmark.app.format.settings.SettingsDraft].
@NullMarked
package touchmark.app.format.settings;

import org.jspecify.annotations.NullMarked;
