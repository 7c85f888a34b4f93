/// XML signatures [XMLDSig 1.1]: core validation with nothing fetched and nothing run.
@NullMarked
package touchmark.app.signature.xml;

import org.jspecify.annotations.NullMarked;
