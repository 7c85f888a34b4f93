package touchmark.app.cli;

import touchmark.app.Touchmark;
import touchmark.app.usecase.Party;
import touchmark.ledger.model.PartId;
import touchmark.ledger.model.ResourceId;

/// `[MAKER/]SERIAL`: a physical part; without a maker, one of the party that acts.
final class PartReference {
  private PartReference() {}

  static PartId resolve(String text, Touchmark station, Party party) throws Problem {
    int stroke = text.indexOf('/');
    String before = stroke < 0 ? "" : text.substring(0, stroke);
    boolean named = ResourceId.isOne(before) && station.party(new ResourceId(before)).isPresent();
    ResourceId maker = named ? new ResourceId(before) : party.resource();
    return part(maker, named ? text.substring(stroke + 1) : text);
  }

  static PartId part(ResourceId maker, String serialNumber) throws Problem {
    try {
      return new PartId(maker, serialNumber);
    } catch (IllegalArgumentException wrong) {
      throw new Problem(ExitCode.USAGE, wrong.getMessage() + ".", wrong);
    }
  }
}
