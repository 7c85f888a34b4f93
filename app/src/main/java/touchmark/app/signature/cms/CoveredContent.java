package touchmark.app.signature.cms;

import java.io.IOException;
import java.io.OutputStream;

/// The bytes over which a signature stands, as its profile takes them from the file.
@FunctionalInterface
public interface CoveredContent {
  void writeTo(OutputStream out) throws IOException;
}
