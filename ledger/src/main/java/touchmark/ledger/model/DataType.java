package touchmark.ledger.model;

/// What kind of product data a file holds [Section 3.1].
public enum DataType {
  /// A 3D model.
  GEOMETRY_3D,
  /// A model sliced for additive manufacturing.
  GEOMETRY_SLICED,
  /// Configuration parameters of a manufacturing system.
  CONFIGURATION,
  /// Reference control parameters, measured results.
  CONTROL_DATA
}
