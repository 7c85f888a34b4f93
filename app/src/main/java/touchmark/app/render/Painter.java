package touchmark.app.render;

/// Draws one kind of subject into visibility buffers.
interface Painter {
  /// Draws everything, each worker into its own buffer.
  void draw(Workers workers, VisibilityBuffer[] buffers);

  /// A view of what the numbers in the buffers stand for, for one worker.
  Surfaces surfaces();
}
