package touchmark.ui.provenance;

import touchmark.app.timeline.EventKind;

/// The shape of each kind of event, as path data around the origin. A shape is either filled, with
/// an optional detail in the colour of the ground, or only drawn as a line.
///
/// @param body the outline
/// @param detail drawn as a line inside the body, or empty
/// @param hollow whether the body is not filled
record MarkShape(String body, String detail, boolean hollow) {
  /// Half the width of the largest shape.
  static final double RADIUS = 9;

  private static final String DISC = "M-7 0A7 7 0 1 1 7 0A7 7 0 1 1 -7 0Z";

  static MarkShape of(EventKind kind) {
    return switch (kind) {
      case CLAIM ->
          filled("M-6 -7H6A1 1 0 0 1 7 -6V6A1 1 0 0 1 6 7H-6A1 1 0 0 1 -7 6V-6A1 1 0 0 1 -6 -7Z");
      case SEND, FORWARD -> filled("M-6 -7.5L8 0L-6 7.5Z");
      case RECEIVED -> filled(DISC);
      case SLICE -> filled("M-8 -7H8V-3.4H-8ZM-8 -1.8H8V1.8H-8ZM-8 3.4H8V7H-8Z");
      case VERIFIED -> filled("M0 -8.5L7 -6V-1C7 4 3.6 7.3 0 8.5C-3.6 7.3 -7 4 -7 -1V-6Z");
      case PRINT -> filled("M0 -8.5L7.4 -4.25V4.25L0 8.5L-7.4 4.25V-4.25Z");
      case TRANSFER -> filled("M-9 -6L-2.5 0L-9 6ZM-3.25 -6L3.25 0L-3.25 6ZM2.5 -6L9 0L2.5 6Z");
      case REFUSED -> new MarkShape(DISC, "M-4.6 -4.6L4.6 4.6", true);
      case BREACH ->
          new MarkShape(
              "M-3.7 -9H3.7L9 -3.7V3.7L3.7 9H-3.7L-9 3.7V-3.7Z",
              "M-3.3 -3.3L3.3 3.3M3.3 -3.3L-3.3 3.3",
              false);
      case REVOKE -> new MarkShape(DISC, "M-4 0H4", false);
      case WITHDRAW -> new MarkShape(DISC, "M-4.6 0H4.6", true);
      case DISPUTE -> new MarkShape("M0 -8.5L8.5 7H-8.5Z", "M0 -3.5V2.5M0 4.4V5.6", false);
      case PART -> new MarkShape("M-8 -4L0 -8L8 -4V4L0 8L-8 4Z", "M-8 -4L0 0L8 -4M0 0V8", false);
    };
  }

  /// What stands for several events that are too near to stand apart: a pill.
  ///
  /// @param radius half its width
  static MarkShape several(double radius) {
    double straight = radius - 8;
    return filled(
        "M%1$s -8H%2$sA8 8 0 0 1 %2$s 8H%1$sA8 8 0 0 1 %1$s -8Z"
            .formatted(PathData.number(-straight), PathData.number(straight)));
  }

  private static MarkShape filled(String body) {
    return new MarkShape(body, "", false);
  }
}
