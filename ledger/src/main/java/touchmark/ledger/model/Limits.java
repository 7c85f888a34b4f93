package touchmark.ledger.model;

/// Bounds that a network sets for itself in its [Genesis]; none may be wider than [#WIDEST], which
/// is what this program reads at all.
///
/// @param largestPayload bytes of a transaction's payload
/// @param largestBlock bytes of a framed block
/// @param mostTransactions in one block
/// @param mostVersions version ids of one file
/// @param longestDescription UTF-16 units of one description in clear
/// @param longestPath certificates of a company path, the validated and the trusted one among them
public record Limits(
    int largestPayload,
    int largestBlock,
    int mostTransactions,
    int mostVersions,
    int longestDescription,
    int longestPath) {
  /// The widest bounds that any network may have.
  public static final Limits WIDEST =
      new Limits(
          Limits.LARGEST_PAYLOAD,
          Limits.LARGEST_BLOCK,
          Limits.MOST_TRANSACTIONS,
          FileLabels.MOST_VERSIONS,
          FileLabels.LONGEST_DESCRIPTION,
          Limits.LONGEST_PATH);

  private static final int SMALLEST_PAYLOAD = 16 * 1024;
  private static final int LARGEST_PAYLOAD = 64 * 1024;
  private static final int LARGEST_BLOCK = 16 * 1024 * 1024;
  private static final int MOST_TRANSACTIONS = 10_000;
  private static final int SHORTEST_PATH = 2;
  private static final int LONGEST_PATH = 8;

  public Limits {
    within("largestPayload", largestPayload, SMALLEST_PAYLOAD, LARGEST_PAYLOAD);
    within("largestBlock", largestBlock, 4 * SMALLEST_PAYLOAD, LARGEST_BLOCK);
    within("mostTransactions", mostTransactions, 1, MOST_TRANSACTIONS);
    within("mostVersions", mostVersions, 1, FileLabels.MOST_VERSIONS);
    within("longestDescription", longestDescription, 1, FileLabels.LONGEST_DESCRIPTION);
    within("longestPath", longestPath, SHORTEST_PATH, LONGEST_PATH);
  }

  private static void within(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " is between " + least + " and " + most + ", not " + value);
    }
  }
}
