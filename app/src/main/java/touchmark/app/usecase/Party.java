package touchmark.app.usecase;

import java.util.Optional;
import touchmark.ledger.model.ResourceId;

/// Somebody whom this home can act for.
///
/// @param resource the organization (or person) that acts
/// @param name for people
/// @param signedBy the person whose key signs, when the home holds it; without one this home can
///   only look and verify for the party
public record Party(ResourceId resource, String name, Optional<ResourceId> signedBy) {}
