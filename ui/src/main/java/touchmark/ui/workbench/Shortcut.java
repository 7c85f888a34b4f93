package touchmark.ui.workbench;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the workbench.
enum Shortcut {
  OPEN("Shortcut+O"),
  CLAIM("Shortcut+L"),
  SHARE("Shortcut+Shift+S"),
  VERIFY("Shortcut+P"),
  SEARCH("Shortcut+K"),
  KEYS("F1"),
  DISMISS("Esc");

  private final String keys;

  Shortcut(String keys) {
    this.keys = keys;
  }

  KeyCombination combination() {
    return KeyCombination.valueOf(keys);
  }

  /// As it stands on the keyboard: `Ctrl+O`.
  String displayText() {
    return combination().getDisplayText();
  }

  /// Lets these keys work wherever in a window the focus is, before the control that has it: lists
  /// would swallow Esc.
  ///
  /// @param awake asked at each key: false while a dialog or a sheet wants that key for itself
  static void install(Node window, Commands commands, Predicate<Shortcut> awake) {
    window.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          for (Shortcut shortcut : values()) {
            if (shortcut.combination().match(event) && awake.test(shortcut)) {
              shortcut.press(commands);
              event.consume();
            }
          }
        });
  }

  private void press(Commands commands) {
    switch (this) {
      case OPEN -> commands.open();
      case CLAIM -> commands.claim();
      case SHARE -> commands.share();
      case VERIFY -> commands.verify();
      case SEARCH -> commands.search();
      case KEYS -> commands.keys();
      case DISMISS -> commands.dismiss();
    }
  }
}
