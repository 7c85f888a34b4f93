package touchmark.ui.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import touchmark.app.Founding;
import touchmark.app.HomeException;
import touchmark.app.Touchmark;
import touchmark.ledger.model.Address;
import touchmark.ledger.model.ResourceId;
import touchmark.ui.support.Background;
import touchmark.ui.support.Messages;

/// The first run: who you are, a password for the key, start. Nothing is written before [#start].
public final class FirstRunModel {
  /// The pages, in order.
  public enum Page {
    WHO,
    PROTECT,
    START
  }

  /// Makes a home, off the FX thread.
  @FunctionalInterface
  public interface Founder {
    /// @param password wiped after the call
    Touchmark found(Founding founding, char[] password) throws HomeException;
  }

  private static final int LONGEST_SHORT_NAME = 64;

  private final Background background;
  private final Founder founder;
  private final Messages words = Messages.of("identity");
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.WHO);
  private final StringProperty organization = new SimpleStringProperty("");
  private final StringProperty shortName = new SimpleStringProperty("");
  private final StringProperty street = new SimpleStringProperty("");
  private final StringProperty number = new SimpleStringProperty("");
  private final StringProperty postalCode = new SimpleStringProperty("");
  private final StringProperty town = new SimpleStringProperty("");
  private final StringProperty country =
      new SimpleStringProperty(Locale.getDefault().getDisplayCountry());
  private final StringProperty person = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty repeated = new SimpleStringProperty("");
  private final BooleanProperty withSample = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final StringBinding missing;
  private final StringBinding othersSee;
  private final ObjectBinding<PasswordStrength> strength;
  private final BooleanBinding mayGoOn;

  public FirstRunModel(Background background, Founder founder) {
    this.background = background;
    this.founder = founder;
    organization.subscribe(this::proposeShortName);
    missing =
        Bindings.createStringBinding(
            this::whatIsMissing,
            page,
            organization,
            shortName,
            street,
            town,
            country,
            password,
            repeated);
    othersSee =
        Bindings.createStringBinding(
            this::publicLines, organization, street, number, postalCode, town, country);
    strength = Bindings.createObjectBinding(() -> PasswordStrength.of(password.get()), password);
    mayGoOn = missing.isEmpty().and(busy.not());
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  public StringProperty organizationProperty() {
    return organization;
  }

  /// The id on the ledger; proposed from the organization's name until it is edited.
  public StringProperty shortNameProperty() {
    return shortName;
  }

  public StringProperty streetProperty() {
    return street;
  }

  public StringProperty numberProperty() {
    return number;
  }

  public StringProperty postalCodeProperty() {
    return postalCode;
  }

  public StringProperty townProperty() {
    return town;
  }

  public StringProperty countryProperty() {
    return country;
  }

  public StringProperty personProperty() {
    return person;
  }

  public StringProperty emailProperty() {
    return email;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  public StringProperty repeatedProperty() {
    return repeated;
  }

  /// Whether the sample part is wanted once the home is made.
  public BooleanProperty withSampleProperty() {
    return withSample;
  }

  /// Name and address as every member will read them, while they are typed.
  public StringBinding othersSee() {
    return othersSee;
  }

  public ObjectBinding<PasswordStrength> strength() {
    return strength;
  }

  /// What this page still needs, one sentence; empty when nothing is missing.
  public StringBinding missing() {
    return missing;
  }

  public BooleanBinding mayGoOn() {
    return mayGoOn;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Why the home could not be made; empty while all is well.
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// To the next page, if this one is complete.
  public void next() {
    if (mayGoOn.get() && page.get() != Page.START) {
      page.set(page.get() == Page.WHO ? Page.PROTECT : Page.START);
    }
  }

  /// To the page before; what was typed stays.
  public void back() {
    failure.set("");
    if (page.get() != Page.WHO) {
      page.set(page.get() == Page.START ? Page.PROTECT : Page.WHO);
    }
  }

  /// Makes the home and hands it on.
  public void start(Consumer<Touchmark> onFounded) {
    Founding founding = founding();
    char[] secret = password.get().toCharArray();
    busy.set(true);
    failure.set("");
    background.runToItsEnd(
        words.text("start.job"),
        _ -> {
          try {
            return founder.found(founding, secret);
          } finally {
            Arrays.fill(secret, '\0');
          }
        },
        home -> {
          busy.set(false);
          password.set("");
          repeated.set("");
          onFounded.accept(home);
        },
        why -> {
          busy.set(false);
          failure.set(why.sentence());
        });
  }

  private void proposeShortName(String before, String now) {
    if (shortName.get().equals(idFrom(before))) {
      shortName.set(idFrom(now));
    }
  }

  private static String idFrom(String name) {
    try {
      return ResourceId.fromName(name).value();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private String whatIsMissing() {
    return switch (page.get()) {
      case WHO -> missingOnWho();
      case PROTECT -> missingOnProtect();
      case START -> "";
    };
  }

  private String missingOnWho() {
    if (organization.get().isBlank()) {
      return words.text("missing.organization");
    }
    if (!isId(shortName.get())) {
      return words.text("missing.shortName", LONGEST_SHORT_NAME);
    }
    if (street.get().isBlank()) {
      return words.text("missing.street");
    }
    if (town.get().isBlank()) {
      return words.text("missing.town");
    }
    return country.get().isBlank() ? words.text("missing.country") : "";
  }

  private String missingOnProtect() {
    if (PasswordStrength.of(password.get()) == PasswordStrength.TOO_SHORT) {
      return words.text("missing.password", PasswordStrength.SHORTEST);
    }
    return password.get().equals(repeated.get()) ? "" : words.text("missing.repeated");
  }

  private static boolean isId(String text) {
    try {
      return !new ResourceId(text).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private String publicLines() {
    String name = organization.get().strip();
    String first = (street.get().strip() + " " + number.get().strip()).strip();
    String second = (postalCode.get().strip() + " " + town.get().strip()).strip();
    String place =
        second.isEmpty() || country.get().isBlank()
            ? second
            : second + ", " + country.get().strip();
    return String.join("\n", name, first, place).strip();
  }

  private Founding founding() {
    return new Founding(
        organization.get().strip(),
        Optional.of(shortName.get()),
        Optional.empty(),
        new Address(
            street.get().strip(),
            filled(number),
            town.get().strip(),
            Optional.empty(),
            filled(postalCode),
            Optional.empty(),
            country.get().strip()),
        filled(person),
        filled(email));
  }

  private static Optional<String> filled(StringProperty field) {
    return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
  }
}
