/// XML as an enemy may have written it: no document types, no entities, bounded everywhere. Imports
/// nothing but the exception of `format`. Start with [touchmark.app.format.xml.Xml].
@NullMarked
package touchmark.app.format.xml;

import org.jspecify.annotations.NullMarked;
