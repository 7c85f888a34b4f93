package touchmark.ledger.model;

import java.util.Optional;

/// A physical location [Section 3.2]. Street, town and country are required.
///
/// @param country as people write it, or an ISO 3166 code
public record Address(
    String street,
    Optional<String> streetNumber,
    String town,
    Optional<String> region,
    Optional<String> postalCode,
    Optional<String> postalBox,
    String country) {
  private static final int LONGEST = 200;

  public Address {
    street = Text.required("the street", street, LONGEST);
    streetNumber = Text.optional("the street number", streetNumber, LONGEST);
    town = Text.required("the town", town, LONGEST);
    region = Text.optional("the region", region, LONGEST);
    postalCode = Text.optional("the postal code", postalCode, LONGEST);
    postalBox = Text.optional("the postal box", postalBox, LONGEST);
    country = Text.required("the country", country, LONGEST);
  }
}
