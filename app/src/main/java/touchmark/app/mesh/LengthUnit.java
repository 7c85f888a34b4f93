package touchmark.app.mesh;

/// A unit of length and how many millimetres it has.
public enum LengthUnit {
  MICRON(0.001, "µm"),
  MILLIMETRE(1, "mm"),
  CENTIMETRE(10, "cm"),
  INCH(25.4, "in"),
  FOOT(304.8, "ft"),
  METRE(1000, "m");

  private final double millimetres;
  private final String symbol;

  LengthUnit(double millimetres, String symbol) {
    this.millimetres = millimetres;
    this.symbol = symbol;
  }

  /// Millimetres in one of this unit.
  public double millimetres() {
    return millimetres;
  }

  /// `mm`, `in`, ...
  public String symbol() {
    return symbol;
  }
}
