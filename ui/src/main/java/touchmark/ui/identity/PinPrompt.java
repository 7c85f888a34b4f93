package touchmark.ui.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import touchmark.ledger.crypto.KeyUnavailableException;
import touchmark.ledger.crypto.Pins;
import touchmark.ledger.crypto.token.TokenAddress;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;
import touchmark.ui.support.Theme;

/// Asks people for the PIN of a token, in a small window over theirs, when a key of it is needed.
/// The thread that needs the key waits; what it does fails if they do not want to give the PIN.
public final class PinPrompt implements Pins, AutoCloseable {
  private final Stage owner;
  private final Theme theme;
  private final Background background;
  private final Messages words = Messages.of("identity");
  private final Set<Question> awaited = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public PinPrompt(Stage owner, Theme theme, Background background) {
    this.owner = owner;
    this.theme = theme;
    this.background = background;
  }

  /// @throws IllegalStateException on the FX thread, which must not wait for people
  @Override
  public char[] pinOf(TokenAddress token) {
    if (Platform.isFxApplicationThread()) {
      throw new IllegalStateException("a token is used off the FX thread");
    }
    Question question = new Question(token);
    awaited.add(question);
    try {
      if (closed) { // looked at after it is awaited: close() refuses whatever is
        question.answer(Optional.empty());
      } else {
        background.onFx(question::ask);
      }
      return question
          .answer
          .join()
          .orElseThrow(
              () ->
                  new KeyUnavailableException(
                      KeyUnavailableException.Reason.LOCKED,
                      words.text("pin.refused", token.label())));
    } finally {
      awaited.remove(question);
    }
  }

  /// Refuses the PINs that are asked for now and later, so that nobody waits for a window that
  /// goes. On any thread.
  @Override
  public void close() {
    closed = true;
    awaited.forEach(question -> question.answer(Optional.empty()));
  }

  /// One PIN that a thread waits for, and the window that asks for it.
  private final class Question {
    private final TokenAddress token;
    private final CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();

    /// Belongs to the FX thread.
    private @Nullable Stage stage;

    Question(TokenAddress token) {
      this.token = token;
    }

    /// Answers, unless it was answered before, and closes the window soon. On any thread.
    void answer(Optional<char[]> pin) {
      if (!answer.complete(pin)) {
        pin.ifPresent(typed -> Arrays.fill(typed, ' '));
      }
      background.onFx(this::leave);
    }

    /// Catches everything on purpose: whatever happens here, somebody waits for the answer.
    void ask() {
      if (answer.isDone() || !owner.isShowing()) {
        answer.complete(Optional.empty());
        return;
      }
      try {
        show();
      } catch (RuntimeException | Error e) {
        answer.completeExceptionally(e);
        leave();
      }
    }

    private void show() {
      Stage asking = new Stage();
      stage = asking;
      asking.initOwner(owner);
      asking.initModality(Modality.WINDOW_MODAL);
      asking.setTitle(words.text("pin.heading"));
      asking.setResizable(false);
      PinView view = new PinView(token, pin -> answer(Optional.of(pin)), asking::close);
      Scene scene = new Scene(view);
      theme.dress(scene);
      asking.setScene(scene);
      ChangeListener<Boolean> ownerLeft = (_, _, _) -> leave(); // not every platform does
      owner.showingProperty().addListener(ownerLeft);
      asking.setOnHidden(
          _ -> {
            owner.showingProperty().removeListener(ownerLeft);
            view.forget();
            answer.complete(Optional.empty());
          });
      asking.show();
    }

    private void leave() {
      if (stage != null) {
        stage.close();
      }
    }
  }
}
