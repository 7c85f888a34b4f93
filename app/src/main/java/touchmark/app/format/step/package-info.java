/// Reads STEP files [ISO 10303-21:2016], what they say of products, units and tessellated shape
/// [ISO 10303-42, -242]. Boundary-represented shape is left to another program, where one is
/// installed. Start with [StepReader].
@NullMarked
package touchmark.app.format.step;

import org.jspecify.annotations.NullMarked;
