package touchmark.ui.provenance;

/// Measures words, in pixels, in the type that the timeline is written in.
@FunctionalInterface
interface TextWidth {
  double of(String text, boolean strong);
}
