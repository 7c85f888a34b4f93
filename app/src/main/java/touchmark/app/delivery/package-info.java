/// Encrypted hand-over: numbered AES-256-GCM chunks in a `.tmk` package (docs/format.md, package).
/// May import vault, contacts and what stands right of them. Start with [PackageWriter] and
/// [PackageReader].
@NullMarked
package touchmark.app.delivery;

import org.jspecify.annotations.NullMarked;
