/// Reads Cura's exported profiles. Start with [touchmark.app.format.curaprofile.CuraProfileReader].
@NullMarked
package touchmark.app.format.curaprofile;

import org.jspecify.annotations.NullMarked;
