package touchmark.ui.identity;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import touchmark.ledger.crypto.KeyUnavailableException;
import touchmark.ledger.crypto.Pins;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// Asks people for the PIN of a token, in a small window over theirs, when a key of it is needed.
/// The thread that needs the key waits; what it does fails if they do not want to give the PIN.
public final class PinPrompt implements Pins {
  private final Stage owner;
  private final Theme theme;
  private final Messages words = Messages.of("identity");

  public PinPrompt(Stage owner, Theme theme) {
    this.owner = owner;
    this.theme = theme;
  }

  /// @throws IllegalStateException on the FX thread, which must not wait for people
  @Override
  public char[] pinOf(TokenAddress token) {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("a token is used off the FX thread");
    }
    CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
    Platform.runLater(() -> ask(token, answer));
    return answer
        .join()
        .orElseThrow(
            () ->
                new KeyUnavailableException(
                    KeyUnavailableException.Reason.LOCKED,
                    words.text("pin.refused", token.label())));
  }

  private void ask(TokenAddress token, CompletableFuture<Optional<char[]>> answer) {
    if (!owner.isShowing()) {
      answer.complete(Optional.empty());
      return;
    }
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(words.text("pin.heading"));
    stage.setResizable(false);
    Scene scene =
        new Scene(
            new PinView(
                token,
                pin -> {
                  answer.complete(Optional.of(pin));
                  stage.close();
                },
                stage::close));
    theme.dress(scene);
    stage.setScene(scene);
    ChangeListener<Boolean> leave = (_, _, _) -> stage.close(); // not every platform does
    owner.showingProperty().addListener(leave);
    stage.setOnHidden(
        _ -> {
          owner.showingProperty().removeListener(leave);
          answer.complete(Optional.empty());
        });
    stage.show();
  }
}
