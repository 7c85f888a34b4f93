package touchmark.app.signature.opc;

/// What a package or a part points to [ISO/IEC 29500-2 6.5].
///
/// @param external whether the target lies outside of the package
record Relationship(String id, String type, String target, boolean external) {}
