package touchmark.ui.workbench;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

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

  /// Lets these keys, and no others, work in a scene.
  static void install(Scene scene, Commands commands) {
    scene.getAccelerators().clear();
    for (Shortcut shortcut : values()) {
      scene.getAccelerators().put(shortcut.combination(), () -> shortcut.press(commands));
    }
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
