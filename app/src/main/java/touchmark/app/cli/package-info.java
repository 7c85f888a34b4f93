/// The command line: its words, exit codes and JSON keys are an interface and change only with a
/// note in the changelog. One class for each command. Start with [Main].
@NullMarked
package touchmark.app.cli;

import org.jspecify.annotations.NullMarked;
