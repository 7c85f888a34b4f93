/// Reads settings that are lines of keys and values, with or without sections: PrusaSlicer and
/// Slic3r, Cura, Klipper. Start with [touchmark.app.format.ini.IniReader].
@NullMarked
package touchmark.app.format.ini;

import org.jspecify.annotations.NullMarked;
