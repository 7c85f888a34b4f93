package touchmark.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.format.ProductData;
import touchmark.app.vault.Shape;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;

/// What was it made from: is that registered, might its maker use it, and do the sizes agree?
record LineageQuestion() implements Question {
  @Override
  public Axis axis() {
    return Axis.LINEAGE;
  }

  @Override
  public Check answer(Case file) throws StoreException {
    boolean sliced = file.inspection().file().format().dataType() == DataType.GEOMETRY_SLICED;
    List<Fingerprint> named =
        file.registered()
            .map(registered -> registered.statement().productData().file().derivedFrom())
            .orElse(List.of());
    List<Fingerprint> sources = named.isEmpty() ? Sources.inComments(file.inspection()) : named;
    if (sources.isEmpty()) {
      return sliced
          ? check(
              State.UNKNOWN,
              "NO_SOURCE",
              "It does not say which registered model it was sliced from.",
              Evidence.NONE)
          : check(
              State.PASS,
              "NO_SOURCE_NAMED",
              file.exact().isPresent()
                  ? "Its owner's claim names no file that it was made from."
                  : "It names no file that it was made from.",
              Evidence.NONE);
    }
    ResourceId maker =
        file.registered().map(registered -> registered.statement().issuer()).orElse(file.party());
    return judge(file, sources, maker);
  }

  private Check judge(Case file, List<Fingerprint> sources, ResourceId maker)
      throws StoreException {
    List<Recorded> evidence = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (Fingerprint source : sources) {
      Optional<Recorded> claim = file.ledger().claimOf(source);
      String title = file.names().title(source, file.party());
      if (claim.isEmpty()) {
        return check(
            State.CAUTION,
            "SOURCE_NOT_REGISTERED",
            "It was made from " + title + ", which nobody registered.",
            Evidence.of(evidence));
      }
      evidence.add(claim.get());
      titles.add(title);
      Rights.Level level = file.ledger().rights(source, maker).level();
      if (level.compareTo(Rights.Level.HOLDER) < 0) {
        return check(
            State.FAIL,
            "SOURCE_NOT_HELD",
            "It was made from " + title + ", to which " + file.names().of(maker) + " has no right.",
            Evidence.of(evidence));
      }
    }
    String from =
        "Made from "
            + String.join(", ", titles)
            + ", which "
            + file.names().of(maker)
            + " may use.";
    return compareSizes(file, sources, from, Evidence.of(evidence));
  }

  private Check compareSizes(Case file, List<Fingerprint> sources, String from, Evidence evidence) {
    if (!(file.inspection().file().data() instanceof ProductData.Sliced sliced)) {
      return check(State.PASS, "SOURCE_REGISTERED", from, evidence);
    }
    Optional<PartSize> part = PartSize.of(sliced.toolpath());
    List<Shape> models =
        sources.stream().flatMap(source -> file.names().shape(source).stream()).toList();
    if (part.isEmpty() || models.isEmpty()) {
      return check(
          State.UNKNOWN,
          "SIZE_NOT_COMPARED",
          from + " The sizes could not be compared: the model is not on this workstation.",
          evidence);
    }
    if (models.stream().anyMatch(part.get()::agreesWith)) {
      return check(
          State.PASS,
          "SIZE_AGREES",
          from + " The size agrees: " + part.get().words() + ".",
          evidence);
    }
    return check(
        State.CAUTION,
        "SIZE_DIFFERS",
        from
            + " The size differs: "
            + part.get().words()
            + ", the model has "
            + PartSize.words(models.getFirst())
            + ".",
        evidence);
  }
}
