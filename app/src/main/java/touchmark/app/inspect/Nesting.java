package touchmark.app.inspect;

/// Where a closed piece of a surface lies among the others.
///
/// @param inMaterial whether the others have material there
/// @param surrounding the smallest piece that has material around it; itself when there is none
record Nesting(int piece, boolean inMaterial, int surrounding) {}
