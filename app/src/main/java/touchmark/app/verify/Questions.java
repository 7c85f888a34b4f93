package touchmark.app.verify;

import java.util.List;

/// The whole verification: all seven questions, in the order of the axes.
final class Questions {
  static final List<Question> ALL =
      List.of(
          new IntegrityQuestion(),
          new AuthenticityQuestion(),
          new OwnershipQuestion(),
          new RightQuestion(),
          new LineageQuestion(),
          new SoundnessQuestion(),
          new FreshnessQuestion());

  private Questions() {}
}
