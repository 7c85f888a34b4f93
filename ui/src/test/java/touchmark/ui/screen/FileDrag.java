package touchmark.ui.screen;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Files that a file manager drags over the window. The one place that knows JavaFX's internal
/// clipboard: it has no other way to make a dragboard. Belongs to the FX thread.
public final class FileDrag {
  private final Dragboard board;

  public FileDrag(List<Path> files) {
    board = DragboardHelper.createDragboard(clipboard(files.stream().map(Path::toFile).toList()));
  }

  /// Moves over the middle of a node.
  ///
  /// @return whether letting go there would do something
  public boolean over(Node node) {
    return send(DragEvent.DRAG_OVER, node).isAccepted();
  }

  /// Lets go over the middle of a node, and leaves the window.
  ///
  /// @return whether the files were taken
  public boolean drop(Node node) {
    boolean taken = send(DragEvent.DRAG_DROPPED, node).isDropCompleted();
    send(DragEvent.DRAG_EXITED, node.getScene().getRoot());
    return taken;
  }

  private DragEvent send(EventType<DragEvent> type, Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Point2D onScreen = node.localToScreen(node.getLayoutBounds().getCenterX(), 0);
    DragEvent event =
        new DragEvent(
            null,
            node,
            type,
            board,
            bounds.getCenterX(),
            bounds.getCenterY(),
            onScreen.getX(),
            onScreen.getY(),
            TransferMode.COPY,
            null,
            null,
            null);
    Event.fireEvent(node, event);
    return event;
  }

  private static TKClipboard clipboard(List<File> files) {
    return (TKClipboard)
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                  case "getContentTypes" -> Set.of(DataFormat.FILES);
                  case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                  case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                  default ->
                      throw new UnsupportedOperationException(
                          "a drag of files needs no " + method.getName());
                });
  }
}
