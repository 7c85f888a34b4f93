package touchmark.app.format.gcode;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import touchmark.app.format.PictureKind;
import touchmark.app.format.Thumbnail;
import touchmark.ledger.model.Bytes;

/// Collects pictures in comments: `thumbnail begin 16x16 548`, Base64 lines, `thumbnail end`. A
/// picture that is not what its bytes should be is left out; it never makes a file unreadable.
final class ThumbnailCollector {
  private static final int MOST = 64;
  private static final int MOST_CHARACTERS = 8 * 1024 * 1024;
  private static final Pattern BEGIN =
      Pattern.compile("thumbnail(?:_[A-Z]{3})? begin (\\d{1,5})\\s*[x ]\\s*(\\d{1,5}).*");
  private static final Pattern END = Pattern.compile("thumbnail(?:_[A-Z]{3})? end");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

  private final List<Thumbnail> thumbnails = new ArrayList<>();
  private boolean collecting;
  private int width;
  private int height;
  private final StringBuilder text = new StringBuilder();
  private int characters;

  /// @param comment without the semicolon and outer blanks
  /// @return whether it belonged to a picture
  boolean comment(String comment) {
    if (comment.startsWith("thumbnail")) {
      return mark(comment);
    }
    if (!collecting) {
      return false;
    }
    if (!BASE64.matcher(comment).matches()) {
      collecting = false;
      return false;
    }
    characters += comment.length();
    if (characters > MOST_CHARACTERS) {
      collecting = false;
    } else {
      text.append(comment);
    }
    return true;
  }

  private boolean mark(String comment) {
    Matcher begin = BEGIN.matcher(comment);
    if (begin.matches()) {
      collecting = thumbnails.size() < MOST;
      width = Integer.parseInt(begin.group(1));
      height = Integer.parseInt(begin.group(2));
      text.setLength(0);
      return true;
    }
    if (!END.matcher(comment).matches()) {
      return false;
    }
    if (collecting) {
      decode().ifPresent(thumbnails::add);
    }
    collecting = false;
    return true;
  }

  private Optional<Thumbnail> decode() {
    int content = text.length();
    while (content > 0 && text.charAt(content - 1) == '=') {
      content--;
    }
    // no padding inside, and no single character left over: then the decoder cannot fail
    int firstPadding = text.indexOf("=");
    if (content % 4 == 1 || (firstPadding >= 0 && firstPadding < content)) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getDecoder().decode(text.substring(0, content));
    return PictureKind.of(bytes)
        .map(kind -> new Thumbnail(kind.mediaType(), width, height, Bytes.of(bytes)));
  }

  List<Thumbnail> thumbnails() {
    return thumbnails;
  }
}
