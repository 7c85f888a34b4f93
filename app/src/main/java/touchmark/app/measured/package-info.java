/// Measured results: characteristics with their limits and values, and tables of numbers. Imports
/// nothing of Touchmark. Start with [touchmark.app.measured.Measured].
@NullMarked
package touchmark.app.measured;

import org.jspecify.annotations.NullMarked;
