package touchmark.ledger.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import touchmark.ledger.StoreException;

/// Where writing goes on, as found when segments are opened.
///
/// @param end behind the last intact record; offset 0 where a file must still be begun
/// @param readOnlyBecause why nothing may be added
record SegmentTail(Location end, Optional<String> readOnlyBecause) {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentTail.class);

  /// Reads all segments. A write that was cut short is moved aside; other damage is only named.
  static SegmentTail recover(SegmentFiles files) throws StoreException {
    Location end = new Location(0, 0);
    try (RecordCursor cursor = new SegmentCursor(files, Optional.empty())) {
      while (true) {
        switch (cursor.next()) {
          case Found.Intact intact -> end = intact.record().end();
          case Found.Damaged damaged -> {
            return damaged.damage().torn()
                ? cut(files, damaged.damage(), end)
                : new SegmentTail(end, Optional.of(damaged.damage().advice()));
          }
          case Found.End ignored -> {
            return new SegmentTail(endOfLast(files, end), Optional.empty());
          }
        }
      }
    }
  }

  /// A last segment that holds no record yet is where writing goes on.
  private static Location endOfLast(SegmentFiles files, Location end) throws StoreException {
    int last = files.last().orElse(0);
    if (last <= end.segment()) {
      return end;
    }
    try {
      return new Location(last, Files.size(files.file(last)));
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be read: %s".formatted(files.file(last), DiskTrouble.reason(e)), e);
    }
  }

  private static SegmentTail cut(SegmentFiles files, Damage torn, Location end)
      throws StoreException {
    int number = files.last().orElseThrow();
    Path file = files.file(number);
    Path aside = file.resolveSibling("%s.%d.torn".formatted(torn.file(), torn.from()));
    try (FileChannel segment =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel copy =
            FileChannel.open(
                aside,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      long length = torn.to() - torn.from();
      for (long done = 0; done < length; ) {
        done += segment.transferTo(torn.from() + done, length - done, copy);
      }
      copy.force(true);
      segment.truncate(torn.from());
      segment.force(true);
      LOG.warn(
          "{}: {}. The write was cut short; its bytes are kept in {}.",
          torn.where(),
          torn.message(),
          aside);
      return new SegmentTail(new Location(number, torn.from()), Optional.empty());
    } catch (IOException e) {
      return new SegmentTail(
          end, Optional.of("%s cannot be written: %s.".formatted(file, DiskTrouble.reason(e))));
    }
  }
}
