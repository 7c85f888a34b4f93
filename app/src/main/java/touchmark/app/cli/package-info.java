/// The command line: a contract in docs/cli.md.
@NullMarked
package touchmark.app.cli;

import org.jspecify.annotations.NullMarked;
