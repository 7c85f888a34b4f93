package touchmark.app.format.step;

import java.util.List;

/// What one pass over an exchange structure leaves.
///
/// @param records the instances that are looked at again
/// @param names all instances
/// @param duplicates names defined again, the first few
/// @param duplicateCount how many definitions that is
/// @param solids how many boundary-represented solids
/// @param faces how many faces of these and of surface models
/// @param voids how many cavities the solids state
/// @param signatures how many signature sections
/// @param trailing bytes after the end that belong to no section
record StepFile(
    StepHeader header,
    Records records,
    InstanceNames names,
    List<Long> duplicates,
    int duplicateCount,
    int solids,
    int faces,
    int voids,
    int signatures,
    long trailing) {
  StepFile {
    duplicates = List.copyOf(duplicates);
  }
}
