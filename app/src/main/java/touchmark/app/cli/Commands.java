package touchmark.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// All commands, in the order in which help lists them.
final class Commands {
  private Commands() {}

  static CommandLine of(TouchmarkCommand root) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new InitCommand(root));
    line.addSubcommand(new SampleCommand(root));
    line.addSubcommand(new StatusCommand(root));
    line.addSubcommand(
        new CommandLine(new IdentityCommand())
            .addSubcommand(new IdentityListCommand(root))
            .addSubcommand(new IdentityShowCommand(root))
            .addSubcommand(new IdentityAddCommand(root))
            .addSubcommand(new IdentityCsrCommand(root))
            .addSubcommand(new IdentityImportCommand(root))
            .addSubcommand(new IdentityExportCommand(root))
            .addSubcommand(new IdentityRotateCommand(root))
            .addSubcommand(new IdentityDelegateCommand(root))
            .addSubcommand(new IdentityRevokeCommand(root)));
    line.addSubcommand(new FingerprintCommand(root));
    line.addSubcommand(new InspectCommand(root));
    line.addSubcommand(new SignatureCommand(root));
    line.addSubcommand(new SignCommand(root));
    line.addSubcommand(new ClaimCommand(root));
    line.addSubcommand(new ShareCommand(root));
    line.addSubcommand(new OpenCommand(root));
    line.addSubcommand(new TransferCommand(root));
    line.addSubcommand(new AcceptCommand(root));
    line.addSubcommand(new VerifyCommand(root));
    line.addSubcommand(new HistoryCommand(root));
    line.addSubcommand(new WithdrawCommand(root));
    line.addSubcommand(new DisputeCommand(root));
    line.addSubcommand(
        new CommandLine(new PartCommand())
            .addSubcommand(new PartRegisterCommand(root))
            .addSubcommand(new PartTransferCommand(root))
            .addSubcommand(new PartHistoryCommand(root)));
    line.addSubcommand(
        new CommandLine(new ReceiptCommand(root)).addSubcommand(new ReceiptCheckCommand(root)));
    line.addSubcommand(new DiffCommand(root));
    line.addSubcommand(new RenderCommand(root));
    line.addSubcommand(
        new CommandLine(new ChainCommand())
            .addSubcommand(new ChainVerifyCommand(root))
            .addSubcommand(new ChainRebuildIndexCommand(root))
            .addSubcommand(new ChainExportCommand(root))
            .addSubcommand(new ChainImportCommand(root)));
    line.addSubcommand(new CommandLine.HelpCommand());
    explain(line);
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("shows the version")
                .build());
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /// Gives each command its help. The standard mix-in would forbid `claim --version V`.
  private static void explain(CommandLine line) {
    if (line.getCommandSpec().findOption("--help") == null) {
      line.getCommandSpec()
          .addOption(
              OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("shows this help")
                  .build());
    }
    line.getSubcommands().values().forEach(Commands::explain);
  }
}
