package touchmark.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// The colours: AtlantaFX Primer, light or dark as the system has it or as the user chose, and on
/// top of it our own sheets. Belongs to the FX thread.
public final class Theme {
  /// What the user chose.
  public enum Choice {
    /// As the system has it, also when that changes.
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final List<String> SHEETS = List.of("touchmark", "control");

  private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

  /// Held by their windows: what was closed is forgotten.
  private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());

  /// @param system the system's colour scheme, as `Platform.getPreferences()` has it
  public Theme(ObservableValue<ColorScheme> system) {
    dark.bind(
        Bindings.createBooleanBinding(
            () ->
                switch (choice.get()) {
                  case SYSTEM -> system.getValue() == ColorScheme.DARK;
                  case LIGHT -> false;
                  case DARK -> true;
                },
            choice,
            system));
    dark.subscribe(this::apply);
  }

  /// The address of one panel's sheet, for `getStylesheets().add(...)` in its view.
  ///
  /// @param panel name of the sheet, for example `claim` for `touchmark/styles/claim.css`
  public static String sheet(String panel) {
    URL found = Theme.class.getResource("/touchmark/styles/" + panel + ".css");
    if (found == null) {
      throw new IllegalArgumentException("there is no style sheet named " + panel);
    }
    return found.toExternalForm();
  }

  /// Light, dark, or as the system has it.
  public ObjectProperty<Choice> choiceProperty() {
    return choice;
  }

  /// Whether the window is dark now.
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /// Gives a scene our sheets and keeps its root's pseudo-class `:dark` in step.
  public void dress(Scene scene) {
    SHEETS.forEach(name -> scene.getStylesheets().add(sheet(name)));
    scenes.add(scene);
    scene.rootProperty().subscribe(root -> root.pseudoClassStateChanged(DARK, dark.get()));
  }

  private void apply(boolean isDark) {
    Application.setUserAgentStylesheet(
        isDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scenes.forEach(scene -> scene.getRoot().pseudoClassStateChanged(DARK, isDark));
  }
}
