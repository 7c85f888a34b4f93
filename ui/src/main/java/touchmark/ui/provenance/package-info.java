/// The provenance timeline: one lane for each organization, time from left to right. Arithmetic
/// ([TimelineLayout] and what it uses) knows no scene, so that the window and the exported picture
/// are drawn from the same [Drawing]. Start with [ProvenancePane].
@NullMarked
package touchmark.ui.provenance;

import org.jspecify.annotations.NullMarked;
