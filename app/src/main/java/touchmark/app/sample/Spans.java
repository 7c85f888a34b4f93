package touchmark.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Stretches of a straight line, in order and apart.
record Spans(List<Span> list) {
  /// From less to more.
  record Span(double from, double to) {}

  private record Crossing(double at, int winding) {}

  Spans {
    list = List.copyOf(list);
  }

  /// Where the line `v = level` runs inside loops whose points are given as (u, v): where they wind
  /// around it.
  static Spans inside(List<List<Point>> loops, double level) {
    List<Crossing> crossings = new ArrayList<>();
    for (List<Point> loop : loops) {
      for (int i = 0; i < loop.size(); i++) {
        Point a = loop.get(i);
        Point b = loop.get((i + 1) % loop.size());
        if (a.y() < level != b.y() < level) {
          double part = (level - a.y()) / (b.y() - a.y());
          crossings.add(new Crossing(a.x() + part * (b.x() - a.x()), a.y() < level ? 1 : -1));
        }
      }
    }
    crossings.sort((a, b) -> Double.compare(a.at, b.at));
    List<Span> spans = new ArrayList<>();
    int winding = 0;
    double start = 0;
    for (Crossing crossing : crossings) {
      if (winding == 0) {
        start = crossing.at;
      }
      winding += crossing.winding;
      if (winding == 0 && crossing.at > start) {
        spans.add(new Span(start, crossing.at));
      }
    }
    return new Spans(spans);
  }

  /// Where both are.
  Spans and(Spans other) {
    List<Span> both = new ArrayList<>();
    for (Span a : list) {
      for (Span b : other.list) {
        double from = Math.max(a.from, b.from);
        double to = Math.min(a.to, b.to);
        if (from < to) {
          both.add(new Span(from, to));
        }
      }
    }
    return new Spans(both);
  }

  /// Where this is and the other is not.
  Spans without(Spans other) {
    List<Span> rest = new ArrayList<>();
    for (Span a : list) {
      double from = a.from;
      for (Span b : other.list) {
        if (b.to > from && b.from < a.to) {
          if (b.from > from) {
            rest.add(new Span(from, b.from));
          }
          from = b.to;
        }
      }
      if (from < a.to) {
        rest.add(new Span(from, a.to));
      }
    }
    return new Spans(rest);
  }

  /// Without those that are shorter.
  Spans atLeast(double length) {
    return new Spans(list.stream().filter(span -> span.to - span.from >= length).toList());
  }
}
