/// Reads product data: content decides the format, SHA-256 on the same pass, bounded and streaming.
/// One package for each format. Start with [ProductFiles].
@NullMarked
package touchmark.app.format;

import org.jspecify.annotations.NullMarked;
