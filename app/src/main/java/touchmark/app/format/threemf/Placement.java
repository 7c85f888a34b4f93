package touchmark.app.format.threemf;

/// An object put somewhere: a component of another, or an item of the build.
///
/// @param part name of the model part that has the object
/// @param objectId its id there
record Placement(String part, String objectId, Transform transform) {}
