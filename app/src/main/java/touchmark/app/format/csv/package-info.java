/// Reads tables of values set apart by commas, semicolons or tabs [RFC 4180], and height maps of
/// printers' beds. Start with [touchmark.app.format.csv.CsvReader].
@NullMarked
package touchmark.app.format.csv;

import org.jspecify.annotations.NullMarked;
