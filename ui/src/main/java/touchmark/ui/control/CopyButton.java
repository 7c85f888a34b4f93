package touchmark.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Puts a text on the clipboard. Style class: `copy-button`.
public final class CopyButton extends Button {
  /// @param text what is copied
  /// @param name for screen readers and the tool tip, for example `Copy the fingerprint`
  public CopyButton(String text, String name) {
    super("", new FontIcon(MaterialDesignC.CONTENT_COPY));
    getStyleClass().add("copy-button");
    setAccessibleText(name);
    setTooltip(new Tooltip(name));
    setOnAction(
        _ -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }
}
