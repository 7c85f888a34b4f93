package touchmark.app.format;

import touchmark.ledger.model.DataType;

/// A file format, told by content.
///
/// @param name as people call it, for example `STL (binary)`
public record Format(String name, DataType dataType) {}
