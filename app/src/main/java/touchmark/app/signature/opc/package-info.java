/// Digital signatures of OPC packages [ISO/IEC 29500-2 12], of which 3MF is one.
@NullMarked
package touchmark.app.signature.opc;

import org.jspecify.annotations.NullMarked;
