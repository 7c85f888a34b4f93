package touchmark.app.format.threemf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import touchmark.app.mesh.LengthUnit;

/// One `.model` part.
///
/// @param requiredExtensions their namespaces
/// @param objects by id
/// @param build what is to be printed, of the root model part alone
record ModelPart(
    LengthUnit unit,
    Set<String> requiredExtensions,
    Map<String, ModelObject> objects,
    List<Placement> build) {
  ModelPart {
    requiredExtensions = Set.copyOf(requiredExtensions);
    objects = Map.copyOf(objects);
    build = List.copyOf(build);
  }
}
