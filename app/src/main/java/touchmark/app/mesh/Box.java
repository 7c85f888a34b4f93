package touchmark.app.mesh;

/// A box along the axes, in the unit of what it bounds.
public record Box(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
  public Box {
    if (!(minX <= maxX && minY <= maxY && minZ <= maxZ)) {
      throw new IllegalArgumentException("a box has min <= max on each axis");
    }
  }

  public double sizeX() {
    return maxX - minX;
  }

  public double sizeY() {
    return maxY - minY;
  }

  public double sizeZ() {
    return maxZ - minZ;
  }

  public double centreX() {
    return (minX + maxX) / 2;
  }

  public double centreY() {
    return (minY + maxY) / 2;
  }

  public double centreZ() {
    return (minZ + maxZ) / 2;
  }

  /// Length of the diagonal.
  public double diagonal() {
    return Math.sqrt(sizeX() * sizeX() + sizeY() * sizeY() + sizeZ() * sizeZ());
  }

  /// Whether the other lies in it; they may touch.
  public boolean contains(Box other) {
    return minX <= other.minX
        && minY <= other.minY
        && minZ <= other.minZ
        && maxX >= other.maxX
        && maxY >= other.maxY
        && maxZ >= other.maxZ;
  }

  /// Whether they have a place in common.
  public boolean meets(Box other) {
    return minX <= other.maxX
        && minY <= other.maxY
        && minZ <= other.maxZ
        && maxX >= other.minX
        && maxY >= other.minY
        && maxZ >= other.minZ;
  }

  /// The box around both.
  public Box union(Box other) {
    return new Box(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.min(minZ, other.minZ),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY),
        Math.max(maxZ, other.maxZ));
  }
}
