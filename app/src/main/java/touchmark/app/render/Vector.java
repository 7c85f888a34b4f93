package touchmark.app.render;

/// A point or a direction in the unit of what is drawn: x right, y back, z up.
public record Vector(double x, double y, double z) {
  Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vector normalized() {
    return times(1 / length());
  }
}
