package touchmark.app.inspect;

/// What findings are called by programs. Part of the command line's interface.
public final class FindingCodes {
  /// A cavity that nothing on the outside shows.
  public static final String INTERNAL_VOID = "INTERNAL_VOID";

  /// Closed pieces that were not searched for cavities.
  public static final String VOIDS_NOT_SEARCHED = "VOIDS_NOT_SEARCHED";

  /// A solid inside another solid, without a cavity between them.
  public static final String NESTED_SOLID = "NESTED_SOLID";

  /// A closed shell that faces inward and lies in no other.
  public static final String FLIPPED_SHELL = "FLIPPED_SHELL";

  /// Neighbouring facets that disagree on what is outside.
  public static final String TURNED_FACETS = "TURNED_FACETS";

  /// Edges with one facet only.
  public static final String OPEN_EDGES = "OPEN_EDGES";

  /// Edges with three facets or more.
  public static final String NON_MANIFOLD_EDGES = "NON_MANIFOLD_EDGES";

  /// Facets without area.
  public static final String DEGENERATE_FACETS = "DEGENERATE_FACETS";

  /// Facets that are there twice.
  public static final String DUPLICATE_FACETS = "DUPLICATE_FACETS";

  /// Material thinner than asked for.
  public static final String THIN_WALL = "THIN_WALL";

  /// Facets that pass through others.
  public static final String SELF_INTERSECTION = "SELF_INTERSECTION";

  /// A size that hints at another unit, in a format that states none.
  public static final String UNIT_GUESS = "UNIT_GUESS";

  /// Bytes after the end of the data.
  public static final String TRAILING_BYTES = "TRAILING_BYTES";

  /// A script or command inside the file.
  public static final String EMBEDDED_SCRIPT = "EMBEDDED_SCRIPT";

  /// A file that is not what its format says: cut short, altered, or lying.
  public static final String DAMAGED = "DAMAGED";

  /// A format, or a part of one, that is not read, so that nothing in it was inspected.
  public static final String NOT_READ = "NOT_READ";

  /// Something in the file that was left out, or is shown by something that stands for it.
  public static final String PARTLY_READ = "PARTLY_READ";

  /// Content that only its recipients can read.
  public static final String ENCRYPTED = "ENCRYPTED";

  /// A gap in the heights of a sliced file's layers.
  public static final String MISSING_LAYERS = "MISSING_LAYERS";

  /// Two layers in turn at one height.
  public static final String REPEATED_LAYERS = "REPEATED_LAYERS";

  /// A sliced file that prints nothing.
  public static final String NO_EXTRUSION = "NO_EXTRUSION";

  /// A part beyond the bed or the height that the file's own settings state, or a model that does
  /// not fit into the build volume that was asked about.
  public static final String OUTSIDE_BED = "OUTSIDE_BED";

  /// A temperature above what the file's own settings state.
  public static final String TEMPERATURE = "TEMPERATURE";

  /// Printing faster than the file's own settings allow the machine.
  public static final String SPEED = "SPEED";

  /// Printing after the nozzle was switched off.
  public static final String COLD_EXTRUSION = "COLD_EXTRUSION";

  /// More plastic at a time than the file's own settings allow.
  public static final String FLOW = "FLOW";

  /// A place of a sliced part that should be printed and is not.
  public static final String EXTRUSION_GAP = "EXTRUSION_GAP";

  /// Another number of layers than the file states.
  public static final String LAYER_COUNT = "LAYER_COUNT";

  /// Outlines of a layer that do not close.
  public static final String OPEN_OUTLINES = "OPEN_OUTLINES";

  /// Printing after the file is over.
  public static final String AFTER_END = "AFTER_END";

  /// A command that changes the printer's stored settings.
  public static final String SETTINGS_WRITE = "SETTINGS_WRITE";

  /// A signature in the file whose content is not what was signed.
  public static final String SIGNATURE_CHANGED = "SIGNATURE_CHANGED";

  /// A signature in the file by a certificate that was revoked.
  public static final String SIGNATURE_REVOKED = "SIGNATURE_REVOKED";

  /// A signature in the file by a signer for whom nobody stands.
  public static final String SIGNATURE_UNTRUSTED = "SIGNATURE_UNTRUSTED";

  /// A signature in the file by a certificate that is not valid by the clock.
  public static final String SIGNATURE_EXPIRED = "SIGNATURE_EXPIRED";

  /// A signature in the file that does not cover all of it.
  public static final String SIGNATURE_PARTIAL = "SIGNATURE_PARTIAL";

  /// A signature in the file that cannot be checked.
  public static final String SIGNATURE_UNREADABLE = "SIGNATURE_UNREADABLE";

  /// A signature in the file with a hash or a key that is too weak to prove much.
  public static final String SIGNATURE_WEAK = "SIGNATURE_WEAK";

  /// Instances of a STEP file that are referred to and not defined.
  public static final String DANGLING_REFERENCES = "DANGLING_REFERENCES";

  /// Instance names of a STEP file that are defined more than once.
  public static final String DUPLICATE_INSTANCES = "DUPLICATE_INSTANCES";

  /// A STEP file with geometry and without a unit of length.
  public static final String UNIT_MISSING = "UNIT_MISSING";

  /// A shape that another program made out of boundaries: near to it, not the same.
  public static final String APPROXIMATED = "APPROXIMATED";

  /// A measured value outside its limits, or one that the file says has failed.
  public static final String OUT_OF_TOLERANCE = "OUT_OF_TOLERANCE";

  /// A result whose status does not follow from its value and limits.
  public static final String CONTRADICTED_RESULT = "CONTRADICTED_RESULT";

  private FindingCodes() {}
}
