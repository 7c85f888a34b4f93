/// What is read of tables, and what is refused.
@NullMarked
package touchmark.app.format.csv;

import org.jspecify.annotations.NullMarked;
