/// ZIP archives as an enemy may have made them: 3MF, ILT, SL1 and their kin are some. Imports
/// nothing but the exception of `format`. Start with [touchmark.app.format.zip.ZipParts].
@NullMarked
package touchmark.app.format.zip;

import org.jspecify.annotations.NullMarked;
