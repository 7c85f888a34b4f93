package touchmark.app.format.threemf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import touchmark.app.format.assembly.ModelObject;
import touchmark.app.format.assembly.Placement;
import touchmark.app.mesh.LengthUnit;

/// One `.model` part.
///
/// @param requiredExtensions their namespaces
/// @param objects by id
/// @param build what is to be printed, of the root model part alone
/// @param remarks what of it was left out or simplified, a sentence each
record ModelPart(
    LengthUnit unit,
    Set<String> requiredExtensions,
    Map<String, ModelObject> objects,
    List<Placement> build,
    List<String> remarks) {
  ModelPart {
    requiredExtensions = Set.copyOf(requiredExtensions);
    objects = Map.copyOf(objects);
    build = List.copyOf(build);
    remarks = List.copyOf(remarks);
  }
}
