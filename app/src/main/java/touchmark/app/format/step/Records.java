package touchmark.app.format.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The texts of the instances that are looked at again, one after the other in large pieces.
final class Records {
  private static final int CHUNK = 1 << 20;

  private final List<byte[]> chunks = new ArrayList<>();
  private int room;
  private long[] names = new long[256];
  private byte[] types = new byte[256];
  private int[] inChunk = new int[256];
  private int[] from = new int[256];
  private int[] length = new int[256];
  private int count;

  /// Keeps a copy of a text.
  ///
  /// @return its number
  int add(long name, StepType type, byte[] bytes, int start, int end) {
    int size = end - start;
    if (size > room) {
      room = Math.max(CHUNK, size);
      chunks.add(new byte[room]);
    }
    byte[] chunk = chunks.getLast();
    if (count == names.length) {
      grow();
    }
    names[count] = name;
    types[count] = type.number();
    inChunk[count] = chunks.size() - 1;
    from[count] = chunk.length - room;
    length[count] = size;
    System.arraycopy(bytes, start, chunk, from[count], size);
    room -= size;
    return count++;
  }

  private void grow() {
    int wider = 2 * count;
    names = Arrays.copyOf(names, wider);
    types = Arrays.copyOf(types, wider);
    inChunk = Arrays.copyOf(inChunk, wider);
    from = Arrays.copyOf(from, wider);
    length = Arrays.copyOf(length, wider);
  }

  int count() {
    return count;
  }

  /// The instance name of a record.
  long name(int record) {
    return names[record];
  }

  StepType type(int record) {
    return StepType.of(types[record]);
  }

  /// At the beginning of a record's text: a keyword, or the bracket of a complex instance.
  Cursor text(int record) {
    int start = from[record];
    return new Cursor(chunks.get(inChunk[record]), start, start + length[record]);
  }

  /// The parts of an instance: one, or of a complex instance those of each type.
  ///
  /// @throws Cursor.Unfit if the text is none
  List<StepPart> parts(int record) throws Cursor.Unfit {
    Cursor cursor = text(record);
    List<StepPart> parts = new ArrayList<>();
    boolean complex = cursor.skip('(');
    do {
      parts.add(new StepPart(cursor.keyword(), cursor.parameters()));
    } while (complex && !cursor.skip(')'));
    return parts;
  }

  /// The part of a type, or the only one.
  ///
  /// @throws Cursor.Unfit if the text is none
  Optional<StepPart> part(int record, String keyword) throws Cursor.Unfit {
    List<StepPart> parts = parts(record);
    return parts.size() == 1
        ? Optional.of(parts.getFirst())
        : parts.stream().filter(part -> part.keyword().equals(keyword)).findFirst();
  }
}
