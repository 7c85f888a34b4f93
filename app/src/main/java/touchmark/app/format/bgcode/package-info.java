/// Binary G-code (`.bgcode`), as libbgcode specifies it. Begin with BgcodeReader.
@NullMarked
package touchmark.app.format.bgcode;

import org.jspecify.annotations.NullMarked;
