package touchmark.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "identity", description = "The organizations and persons of this home.")
final class IdentityCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    throw new ParameterException(
        spec.commandLine(),
        "identity needs one of: list, show, add, csr, import, export, rotate, delegate, revoke.");
  }
}
