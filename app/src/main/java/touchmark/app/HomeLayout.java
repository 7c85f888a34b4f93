package touchmark.app;

import java.nio.file.Path;
import java.util.List;

/// Where things lie in a home.
///
/// @param home the station's directory
record HomeLayout(Path home) {
  /// The chain.
  Path ledger() {
    return home.resolve("ledger");
  }

  /// The key store; absent in a home that only looks.
  Path keys() {
    return home.resolve("keys.p12");
  }

  /// Held while the key store is written.
  Path keysLock() {
    return home.resolve("keys.p12.lock");
  }

  /// Files by fingerprint.
  Path vault() {
    return home.resolve("vault");
  }

  /// Openings of sealed labels.
  Path openings() {
    return home.resolve("openings");
  }

  /// Transactions that wait for the signature of another party.
  Path proposals() {
    return home.resolve("proposals");
  }

  /// Why this station's parties dispute.
  Path reasons() {
    return home.resolve("reasons");
  }

  /// Files that must not be printed.
  Path quarantine() {
    return home.resolve("quarantine");
  }

  /// People's details.
  Path contacts() {
    return home.resolve("contacts.json");
  }

  /// What this station did and refused.
  Path journal() {
    return home.resolve("journal.jsonl");
  }

  /// Everything that making a home may leave, but its mark.
  List<Path> made() {
    return List.of(
        homeFile(),
        ledger(),
        keys(),
        keysLock(),
        vault(),
        openings(),
        proposals(),
        reasons(),
        quarantine(),
        contacts(),
        journal(),
        lock(),
        home.resolve("sample"));
  }

  /// Written last when a home is made: a directory with it is a home.
  Path homeFile() {
    return home.resolve("home.json");
  }

  /// Stands while a home is being made: a directory with it is the rest of a failed attempt.
  Path making() {
    return home.resolve("making");
  }

  /// Held while a process uses the home.
  Path lock() {
    return home.resolve("lock");
  }
}
