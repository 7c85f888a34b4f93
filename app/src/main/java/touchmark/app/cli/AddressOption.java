package touchmark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import touchmark.ledger.model.Address;

/// Reads `street=...,streetNumber=...,town=...,country=DE`. A comma inside a value is written `\,`.
final class AddressOption {
  private static final Set<String> KEYS =
      Set.of("street", "streetNumber", "town", "region", "postalCode", "postalBox", "country");

  private AddressOption() {}

  static Address parse(String text) throws Problem {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("(?<!\\\\),", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
      if (equals < 0 || !KEYS.contains(key)) {
        throw new Problem(
            ExitCode.USAGE,
            "--address: expected one of street, streetNumber, town, region, postalCode, postalBox,"
                + " country with =, found '"
                + pair
                + "'.");
      }
      if (values.put(key, pair.substring(equals + 1).replace("\\,", ",").strip()) != null) {
        throw new Problem(ExitCode.USAGE, "--address: " + key + " is given twice.");
      }
    }
    try {
      return new Address(
          values.getOrDefault("street", ""),
          Optional.ofNullable(values.get("streetNumber")),
          values.getOrDefault("town", ""),
          Optional.ofNullable(values.get("region")),
          Optional.ofNullable(values.get("postalCode")),
          Optional.ofNullable(values.get("postalBox")),
          values.getOrDefault("country", ""));
    } catch (IllegalArgumentException wrong) {
      throw new Problem(ExitCode.USAGE, "--address: " + wrong.getMessage() + ".", wrong);
    }
  }
}
