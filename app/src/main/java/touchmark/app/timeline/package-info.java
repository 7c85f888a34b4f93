/// The history of one asset, ready to show. May import contacts, vault, journal. Start with
/// [Chronicle].
@NullMarked
package touchmark.app.timeline;

import org.jspecify.annotations.NullMarked;
