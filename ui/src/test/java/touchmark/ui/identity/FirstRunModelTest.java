package touchmark.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import touchmark.app.HomeException;
import touchmark.ui.identity.FirstRunModel.Page;
import touchmark.ui.support.Background;

class FirstRunModelTest {
  private final Background background = new Background(Runnable::run, Runnable::run, Runnable::run);
  private final FirstRunModel model =
      new FirstRunModel(
          background,
          (_, _) -> {
            throw new HomeException(HomeException.Reason.DISK, "The disk is full.");
          });

  @Test
  void theShortNameFollowsTheOrganizationUntilItIsEdited() {
    model.organizationProperty().set("Bolt Ltd");
    assertThat(model.shortNameProperty().get()).isEqualTo("bolt-ltd");
    model.shortNameProperty().set("bolt");
    model.organizationProperty().set("Bolt Limited");
    assertThat(model.shortNameProperty().get()).isEqualTo("bolt");
  }

  @Test
  void aNameWithoutLatinLettersNeedsAShortNameOfItsOwn() {
    fillWho();
    model.organizationProperty().set("\u5de5\u574a");
    model.shortNameProperty().set("");
    assertThat(model.mayGoOn().get()).isFalse();
    assertThat(model.missing().get()).contains("short name");
  }

  @Test
  void theFirstPageStaysUntilItIsComplete() {
    model.next();
    assertThat(model.pageProperty().get()).isEqualTo(Page.WHO);
    fillWho();
    model.next();
    assertThat(model.pageProperty().get()).isEqualTo(Page.PROTECT);
  }

  @Test
  void othersSeeNameAndAddressAndNotThePerson() {
    fillWho();
    model.personProperty().set("Karin Berger");
    assertThat(model.othersSee().get())
        .isEqualTo("Acme GmbH\nWerkstrasse 12\n70565 Stuttgart, Germany");
  }

  @Test
  void thePasswordMustBeTypedTwice() {
    fillWho();
    model.next();
    model.passwordProperty().set("stamp the pewter");
    assertThat(model.mayGoOn().get()).isFalse();
    model.repeatedProperty().set("stamp the pewter");
    assertThat(model.mayGoOn().get()).isTrue();
  }

  @Test
  void aFullDiskIsSaidAndThePagesStay() {
    fillWho();
    model.start(_ -> {});
    assertThat(model.failureProperty().get()).isEqualTo("The disk is full.");
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void goingBackKeepsWhatWasTyped() {
    fillWho();
    model.next();
    model.back();
    assertThat(model.organizationProperty().get()).isEqualTo("Acme GmbH");
  }

  @Test
  void repeatedAndCountedCharactersMakeNoStrongPassword() {
    assertThat(PasswordStrength.of("short")).isEqualTo(PasswordStrength.TOO_SHORT);
    assertThat(PasswordStrength.of("aaaaaaaaaaaaaaaaaaaa")).isEqualTo(PasswordStrength.WEAK);
    assertThat(PasswordStrength.of("12345678901234567890")).isEqualTo(PasswordStrength.WEAK);
    assertThat(PasswordStrength.of("Stamp-the-pewter-42")).isEqualTo(PasswordStrength.GOOD);
  }

  private void fillWho() {
    model.organizationProperty().set("Acme GmbH");
    model.streetProperty().set("Werkstrasse");
    model.numberProperty().set("12");
    model.postalCodeProperty().set("70565");
    model.townProperty().set("Stuttgart");
    model.countryProperty().set("Germany");
  }
}
