/// One class for each verb: claim, share, verify, open, tell, browse. May import what stands right
/// of it on the map. Start with [ClaimDesign].
@NullMarked
package touchmark.app.usecase;

import org.jspecify.annotations.NullMarked;
