package touchmark.ui.identity;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.ui.support.Background;
import touchmark.ui.support.Failure;
import touchmark.ui.support.Messages;

/// Unlocks the home that is there already.
public final class UnlockModel {
  /// Opens the home, off the FX thread.
  @FunctionalInterface
  public interface Opener {
    /// @param password wiped after the call
    Touchmark open(char[] password) throws HomeException;
  }

  private final Background background;
  private final Opener opener;
  private final Messages words = Messages.of("identity");
  private final StringProperty password = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

  public UnlockModel(Background background, Opener opener) {
    this.background = background;
    this.opener = opener;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Why the home could not be opened; empty while all is well.
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// Opens the home with what was typed and hands it on.
  public void unlock(Consumer<Touchmark> onOpened) {
    if (busy.get()) {
      return;
    }
    char[] secret = password.get().toCharArray();
    busy.set(true);
    failure.set("");
    background.run(
        words.text("unlock.job"),
        _ -> {
          try {
            return opener.open(secret);
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        home -> {
          busy.set(false);
          password.set("");
          onOpened.accept(home);
        },
        why -> {
          busy.set(false);
          failure.set(sentence(why));
        });
  }

  private String sentence(Failure why) {
    return why.cause() instanceof HomeException home
            && home.reason() == HomeException.Reason.WRONG_PASSWORD
        ? words.text("unlock.wrong")
        : why.sentence();
  }
}
