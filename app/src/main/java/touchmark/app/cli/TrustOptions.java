package touchmark.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import touchmark.app.signature.Trust;
import touchmark.ledger.crypto.BadCertificateException;
import touchmark.ledger.crypto.CertificateText;

/// Whom the user trusts to have signed a file.
final class TrustOptions {
  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "certificates whose holders, and those whom they vouch for, are trusted signers")
  private List<Path> anchors = List.of();

  @Option(
      names = "--crl",
      paramLabel = "FILE",
      description = "a list of revoked certificates, of their issuer")
  private List<Path> lists = List.of();

  private interface Step {
    Trust with(byte[] file) throws BadCertificateException;
  }

  /// With what the files say.
  Trust over(Trust trust) throws IOException, Problem {
    Trust all = trust;
    for (Path file : anchors) {
      all = with(file, CertificateText.LARGEST, all::withAnchors);
    }
    for (Path file : lists) {
      all = with(file, Trust.LARGEST_LIST, all::withList);
    }
    return all;
  }

  private static Trust with(Path file, int largest, Step step) throws IOException, Problem {
    try (InputStream in = Files.newInputStream(InputFiles.check(file))) {
      return step.with(in.readNBytes(largest + 1));
    } catch (BadCertificateException e) {
      throw new Problem(ExitCode.BAD_INPUT, file + ": " + e.getMessage() + ".", e);
    }
  }
}
