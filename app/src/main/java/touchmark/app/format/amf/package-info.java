/// AMF, plain and zipped [ISO/ASTM 52915]. May import what formats share. Start with [AmfReader].
@NullMarked
package touchmark.app.format.amf;

import org.jspecify.annotations.NullMarked;
