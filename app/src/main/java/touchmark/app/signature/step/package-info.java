/// Signature sections of STEP files [ISO 10303-21:2016 14], and the older toolkit's in their place.
@NullMarked
package touchmark.app.signature.step;

import org.jspecify.annotations.NullMarked;
