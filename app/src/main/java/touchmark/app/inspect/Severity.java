package touchmark.app.inspect;

/// How much a finding matters.
public enum Severity {
  /// Worth knowing.
  NOTE,
  /// A person should look before printing.
  CAUTION,
  /// The part will not be what was designed.
  FAIL
}
