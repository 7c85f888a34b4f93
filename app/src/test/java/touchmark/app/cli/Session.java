package touchmark.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Runs commands as a shell would, on one home, and keeps what they print.
final class Session {
  static final String ADDRESS =
      "street=Werkstrasse,streetNumber=12,town=Stuttgart,postalCode=70565,country=DE";

  private final Map<String, String> environment = new HashMap<>();

  /// What one command left.
  record Answer(int code, String out, String err) {}

  Session(Path home) {
    environment.put("TOUCHMARK_HOME", home.toString());
    environment.put("TOUCHMARK_PASSWORD", "correct horse");
  }

  Session with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Answer run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.copyOf(environment),
                false),
            arguments);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// Makes the home of Acme GmbH.
  Session initAcme() {
    expect(
        0,
        run(
            "init",
            "--org",
            "Acme GmbH",
            "--short",
            "acme",
            "--address",
            ADDRESS,
            "--person",
            "Karin Berger"));
    return this;
  }

  Session addParty(String name, String id) {
    expect(
        0,
        run(
            "identity",
            "add",
            "--org",
            name,
            "--short",
            id,
            "--address",
            "street=Mill Lane,town=Leeds,country=GB"));
    return this;
  }

  static void expect(int code, Answer answer) {
    if (answer.code() != code) {
      throw new AssertionError("expected exit " + code + ", got " + answer);
    }
  }
}
