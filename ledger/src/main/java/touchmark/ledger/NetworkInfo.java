package touchmark.ledger;

import touchmark.ledger.model.NetworkId;
import touchmark.ledger.model.NetworkMode;

/// The network that a ledger belongs to.
public record NetworkInfo(NetworkId id, String name, NetworkMode mode) {}
