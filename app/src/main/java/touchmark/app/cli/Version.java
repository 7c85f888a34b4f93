package touchmark.app.cli;

import picocli.CommandLine.IVersionProvider;

/// The version of the jar that runs.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"touchmark " + (version == null ? "(built in place)" : version)};
  }
}
