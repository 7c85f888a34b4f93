package touchmark.app;

import java.util.Optional;
import touchmark.ledger.model.Address;

/// Who founds a home: an organization and the first person that signs for it.
///
/// @param organization its name, as people write it
/// @param shortName what its id is made of, where the name does not give a good one
/// @param person first and last name, kept off the ledger
public record Founding(
    String organization,
    Optional<String> shortName,
    Optional<String> url,
    Address address,
    Optional<String> person,
    Optional<String> email) {}
