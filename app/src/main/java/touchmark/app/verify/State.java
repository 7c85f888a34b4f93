package touchmark.app.verify;

/// The answer to one question, and the verdict they add up to.
public enum State {
  PASS,
  CAUTION,
  FAIL,
  UNKNOWN
}
