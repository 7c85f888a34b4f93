package touchmark.ui.support;

import java.util.concurrent.CancellationException;

/// Why a job did not succeed.
///
/// @param sentence to show to people: what happened, and where it is known what to do
/// @param cause already in the log
public record Failure(String sentence, Throwable cause) {
  /// Whether somebody cancelled it; then there is nothing to explain, only to put back.
  public boolean cancelled() {
    return cause instanceof CancellationException;
  }
}
