package touchmark.ui.support;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of one panel, from `touchmark/messages/<panel>.properties` (UTF-8), in the user's
/// language.
///
/// Every text is a [MessageFormat] pattern, also one without arguments: a straight apostrophe is
/// written twice, a typographic one (`’`) as it is.
public final class Messages {
  private final ResourceBundle bundle;
  private final Locale locale;

  private Messages(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /// The words of a panel.
  ///
  /// @param panel name of the bundle, for example `claim`
  /// @throws java.util.MissingResourceException if there is no such bundle: a mistake in the
  ///   program
  public static Messages of(String panel) {
    return of(panel, Locale.getDefault());
  }

  /// The words of a panel in a given language.
  public static Messages of(String panel, Locale locale) {
    return new Messages(ResourceBundle.getBundle("touchmark.messages." + panel, locale), locale);
  }

  /// A text with its arguments put in.
  ///
  /// @throws java.util.MissingResourceException if the bundle has no such key: a mistake in the
  ///   program
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /// The text of an enum constant, under `<prefix>.<CONSTANT>`.
  public String text(String prefix, Enum<?> constant) {
    return text(prefix + "." + constant.name());
  }
}
