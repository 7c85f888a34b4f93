/// Reads settings that are JSON objects: OrcaSlicer and Bambu Studio, Cura's definitions. Start
/// with [touchmark.app.format.json.JsonReader].
@NullMarked
package touchmark.app.format.json;

import org.jspecify.annotations.NullMarked;
