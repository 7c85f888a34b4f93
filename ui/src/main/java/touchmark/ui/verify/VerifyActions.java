package touchmark.ui.verify;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import touchmark.app.verify.Verification;

/// What the dialog leaves to the window.
///
/// @param close takes the dialog away
/// @param keepQuarantined keeps a file that failed or is not registered away from the printers
/// @param claim opens the claim sheet with the file, for the party that verified it
/// @param chooseFolder asks where to release to; empty when she thinks better of it
public record VerifyActions(
    Runnable close,
    Consumer<Verification> keepQuarantined,
    Consumer<Verification> claim,
    Supplier<Optional<Path>> chooseFolder) {}
