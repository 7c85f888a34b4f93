package touchmark.app.format;

/// A script or command found inside a file. It is shown, never run.
///
/// @param where part of the archive, or line of the file
/// @param text its beginning, at most 2000 characters
public record EmbeddedScript(String where, String text) {}
