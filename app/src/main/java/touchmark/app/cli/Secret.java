package touchmark.app.cli;

/// A password or PIN, and the ways in which it may be given: by a file, by a variable, at a prompt;
/// never as an argument.
enum Secret {
  HOME("password of the key store", "--password-file", "TOUCHMARK_PASSWORD"),
  FILE("password of the key file", "--file-password-file", "TOUCHMARK_FILE_PASSWORD"),
  PIN("PIN of the token", "--pin-file", "TOUCHMARK_PIN");

  private final String title;
  private final String option;
  private final String variable;

  Secret(String title, String option, String variable) {
    this.title = title;
    this.option = option;
    this.variable = variable;
  }

  /// As people call it.
  String title() {
    return title;
  }

  String option() {
    return option;
  }

  String variable() {
    return variable;
  }
}
