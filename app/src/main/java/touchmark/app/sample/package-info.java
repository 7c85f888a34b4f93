/// The sample part, its tampered twin, its slices, and the story of the tour.
@NullMarked
package touchmark.app.sample;

import org.jspecify.annotations.NullMarked;
