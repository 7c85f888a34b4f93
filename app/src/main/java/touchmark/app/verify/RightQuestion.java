package touchmark.app.verify;

import java.util.ArrayList;
import java.util.List;
import touchmark.ledger.Rights;
import touchmark.ledger.StoreException;
import touchmark.ledger.model.Recorded;
import touchmark.ledger.model.ResourceId;
import touchmark.ledger.model.Statement;
import touchmark.ledger.model.Statement.SendProductData;

/// May the party hold it: as the owner, or as the recipient of a chain of sends whose flags allow
/// it? If not, who could have passed it on?
record RightQuestion() implements Question {
  @Override
  public Axis axis() {
    return Axis.RIGHT;
  }

  @Override
  public Check answer(Case file) throws StoreException {
    if (file.registered().isEmpty()) {
      return check(
          State.UNKNOWN,
          "NOT_REGISTERED",
          "Without a registration nobody can tell who may hold it.",
          Evidence.NONE);
    }
    Registered registered = file.registered().get();
    Rights rights = file.ledger().rights(registered.fingerprint(), file.party());
    return switch (rights.level()) {
      case OWNER ->
          check(
              State.PASS,
              "OWNER",
              "You own "
                  + registered.title()
                  + since(file, rights)
                  + file.names().day(rights.because().getLast().blockTime())
                  + ".",
              Evidence.of(rights.because()));
      case MAY_FORWARD ->
          check(
              State.PASS,
              "MAY_FORWARD",
              received(file, registered, rights) + ", and may forward it.",
              Evidence.of(rights.because()));
      case HOLDER ->
          check(
              State.PASS,
              "HOLDER",
              received(file, registered, rights) + ", may not forward it.",
              Evidence.of(rights.because()));
      case NONE, NOT_REGISTERED -> noRight(file, registered);
    };
  }

  private static String since(Case file, Rights rights) {
    return rights.because().getLast().transaction().statement()
            instanceof Statement.TransferOwnership transfer
        ? ", handed over by " + file.names().of(transfer.from()) + " on "
        : ", claimed on ";
  }

  private Check noRight(Case file, Registered registered) throws StoreException {
    if (registered.statement().productData().isPublic()) {
      return check(
          State.PASS,
          "PUBLIC",
          registered.owner() + " registered " + registered.title() + " as public.",
          Evidence.of(registered.claim()));
    }
    List<String> sources = new ArrayList<>();
    for (ResourceId holder : file.ledger().holders(registered.fingerprint())) {
      Rights.Level level = file.ledger().rights(registered.fingerprint(), holder).level();
      if (level.compareTo(Rights.Level.MAY_FORWARD) >= 0) {
        sources.add(file.names().of(holder));
      }
    }
    return check(
        State.FAIL,
        "NO_RIGHT",
        "Nothing on the ledger gives "
            + file.names().of(file.party())
            + " a right to this file of "
            + file.ledger()
                .owner(registered.fingerprint())
                .map(file.names()::of)
                .orElse(registered.owner())
            + ". Who could have passed it on: "
            + String.join(", ", sources)
            + ".",
        Evidence.of(registered.claim()));
  }

  private static String received(Case file, Registered registered, Rights rights) {
    for (Recorded recorded : rights.because().reversed()) {
      if (recorded.transaction().statement() instanceof SendProductData send
          && send.to().equals(file.party())) {
        return "You received "
            + registered.title()
            + " from "
            + file.names().of(send.from())
            + " on "
            + file.names().day(recorded.blockTime());
      }
    }
    return "You received " + registered.title();
  }
}
