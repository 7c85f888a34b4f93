package touchmark.app.signature;

/// The rules by which a signature was put into a file.
public enum Profile {
  /// [ISO 10303-21:2016 14].
  STEP("STEP signature section (ISO 10303-21)"),
  /// NIST's digital manufacturing toolkit, after the end of a STEP file.
  STEP_TOOLKIT("signature of NIST's toolkit, after a STEP file"),
  /// This program's block of comments.
  GCODE("CMS signature in a G-code comment"),
  /// NIST's digital manufacturing toolkit, in a G-code comment.
  GCODE_TOOLKIT("signature of NIST's toolkit, in a G-code comment"),
  /// [XMLDSig 1.1], as QIF has it.
  XML("XML signature"),
  /// [ISO/IEC 29500-2 12], as 3MF has it.
  PACKAGE("package signature (OPC)");

  private final String title;

  Profile(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }
}
