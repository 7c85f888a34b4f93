package touchmark.app.format;

import touchmark.ledger.model.Bytes;

/// A picture that a file carries, still encoded.
///
/// @param mediaType `image/png`, `image/jpeg` or `image/qoi`
/// @param width as the file states it, 0 when it does not
public record Thumbnail(String mediaType, int width, int height, Bytes data) {}
