package touchmark.app.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import touchmark.app.difference.OutlineComparison;
import touchmark.app.format.ProductData;
import touchmark.app.vault.Shape;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.DataType;
import touchmark.ledger.model.Fingerprint;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;

/// What was it made from: is that registered, might its maker use it, and do size and outline
/// agree?
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
    // A registered file's maker held its sources when it was claimed, as the chain saw to.
    return judge(file, sources, maker, !named.isEmpty());
  }

  private Check judge(Case file, List<Fingerprint> sources, ResourceId maker, boolean heldThen)
      throws StoreException {
    List<Recorded> evidence = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    boolean holdsAll = true;
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
      boolean holds = level.compareTo(Rights.Level.HOLDER) >= 0;
      holdsAll &= holds;
      if (!heldThen && !holds) {
        return check(
            State.FAIL,
            "SOURCE_NOT_HELD",
            "It was made from " + title + ", to which " + file.names().of(maker) + " has no right.",
            Evidence.of(evidence));
      }
    }
    Optional<Recorded> withdrawal = firstWithdrawal(file, sources);
    if (withdrawal.isPresent()
        && withdrawal.get().transaction().statement() instanceof Statement.WithdrawVersion recall) {
      evidence.add(withdrawal.get());
      return check(
          State.CAUTION,
          "SOURCE_WITHDRAWN",
          "It was made from "
              + file.names().title(recall.productData(), file.party())
              + ", which its owner withdrew on "
              + file.names().day(withdrawal.get().blockTime())
              + ".",
          Evidence.of(evidence));
    }
    String from =
        "Made from "
            + String.join(", ", titles)
            + ", which "
            + file.names().of(maker)
            + (holdsAll ? " may use." : " held when it was claimed.");
    return compareSizes(file, sources, from, Evidence.of(evidence));
  }

  private static Optional<Recorded> firstWithdrawal(Case file, List<Fingerprint> sources)
      throws StoreException {
    for (Fingerprint source : sources) {
      Optional<Recorded> withdrawal = file.ledger().withdrawal(source);
      if (withdrawal.isPresent()) {
        return withdrawal;
      }
    }
    return Optional.empty();
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
      return compareOutlines(
          file, sources, from + " The size agrees: " + part.get().words(), evidence);
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

  /// The outline agrees when it does with one of the models.
  private Check compareOutlines(
      Case file, List<Fingerprint> sources, String sizeAgrees, Evidence evidence) {
    List<OutlineComparison> outlines =
        sources.stream().flatMap(source -> file.outlines().apply(source).stream()).toList();
    if (outlines.isEmpty()) {
      return check(
          State.PASS,
          "SIZE_AGREES",
          sizeAgrees
              + ". The outline was not compared: the model is not in the vault, or was laid down"
              + " otherwise.",
          evidence);
    }
    Optional<OutlineComparison> agreeing =
        outlines.stream().filter(OutlineComparison::agrees).findFirst();
    return agreeing.isPresent()
        ? check(
            State.PASS,
            "OUTLINE_AGREES",
            sizeAgrees + "; so does the outline at " + agreeing.get().heights() + " heights.",
            evidence)
        : check(
            State.CAUTION,
            "OUTLINE_DIFFERS",
            sizeAgrees + ", but " + outlines.getFirst().words() + ".",
            evidence);
  }
}
