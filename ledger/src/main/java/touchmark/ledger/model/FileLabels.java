package touchmark.ledger.model;

import java.util.List;

/// A file's id, versions and descriptions as the chain holds them [Section 3.1]: in clear when the
/// asset is public, else as salted commitments that only recipients can open.
public sealed interface FileLabels {
  /// Most versions of one file; there is at least one.
  int MOST_VERSIONS = 64;

  /// Most descriptions of one file.
  int MOST_DESCRIPTIONS = 64;

  /// Longest description, in UTF-16 units.
  int LONGEST_DESCRIPTION = 2_000;

  /// Readable by every member.
  ///
  /// @param versionIds one or more
  record Clear(String id, List<String> versionIds, List<String> descriptions)
      implements FileLabels {
    public Clear {
      id = Text.required("the file's id", id, 200);
      versionIds = List.copyOf(versionIds);
      descriptions = List.copyOf(descriptions);
      checkCounts(versionIds.size(), descriptions.size());
      versionIds.forEach(version -> Text.required("a version id", version, 100));
      descriptions.forEach(
          description -> Text.required("a description", description, LONGEST_DESCRIPTION));
    }
  }

  /// Readable by those who were given the openings.
  ///
  /// @param versionIds one or more
  record Sealed(Commitment id, List<Commitment> versionIds, List<Commitment> descriptions)
      implements FileLabels {
    public Sealed {
      versionIds = List.copyOf(versionIds);
      descriptions = List.copyOf(descriptions);
      checkCounts(versionIds.size(), descriptions.size());
    }
  }

  private static void checkCounts(int versions, int descriptions) {
    if (versions < 1 || versions > MOST_VERSIONS) {
      throw new IllegalArgumentException(
          "a file has 1 to " + MOST_VERSIONS + " versions, not " + versions);
    }
    if (descriptions > MOST_DESCRIPTIONS) {
      throw new IllegalArgumentException(
          "a file has at most " + MOST_DESCRIPTIONS + " descriptions, not " + descriptions);
    }
  }
}
