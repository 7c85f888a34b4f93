package touchmark.ledger.crypto.token;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The little of PKCS #11 that the platform's own provider does not tell: which tokens are there,
/// under which labels [PKCS #11 3.0, 5.4 and 5.5]. Nothing is logged in to.
@SuppressWarnings("restricted")
final class Cryptoki {
  private static final long ALREADY_INITIALIZED = 0x191;
  private static final long OS_LOCKING = 2;
  private static final long INITIALIZED = 0x400;
  private static final long PIN_LOCKED = 0x40000;
  private static final int MOST_SLOTS = 256;

  /// Larger than a CK_TOKEN_INFO on any platform.
  private static final int TOKEN_INFO = 512;

  private static final int LABEL = 32;
  private static final int SERIAL_AT = 80;
  private static final int SERIAL = 16;
  private static final int FLAGS_AT = 96;

  private static final int INITIALIZE = 0;
  private static final int GET_SLOT_LIST = 4;
  private static final int GET_TOKEN_INFO = 6;
  private static final int FUNCTIONS = 7;

  /// The structures of Windows have no gaps, and its `long` has 4 bytes.
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final ValueLayout ULONG =
      WINDOWS ? ValueLayout.JAVA_INT_UNALIGNED : ValueLayout.JAVA_LONG_UNALIGNED;
  private static final MemoryLayout ULONG_ARGUMENT =
      WINDOWS ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
  private static final AddressLayout POINTER = ValueLayout.ADDRESS_UNALIGNED;

  private final Path library;
  private final MemorySegment functions;

  private Cryptoki(Path library, MemorySegment functions) {
    this.library = library;
    this.functions = functions;
  }

  /// Loads and initializes a library, which stays so until the process ends: the platform's
  /// provider may be using it.
  static Cryptoki load(Path library) throws TokenException {
    if (!Files.isRegularFile(library)) {
      throw new TokenException(
          TokenException.Reason.MISSING, "there is no PKCS#11 library at " + library);
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entry =
          SymbolLookup.libraryLookup(library.toAbsolutePath(), Arena.global())
              .find("C_GetFunctionList")
              .orElseThrow(() -> new IllegalArgumentException("it lacks C_GetFunctionList"));
      MemorySegment list = arena.allocate(POINTER);
      Cryptoki loaded = new Cryptoki(library, MemorySegment.NULL);
      loaded.require(call(entry, ValueLayout.ADDRESS).invoke(list), "C_GetFunctionList");
      long start = WINDOWS ? 2 : POINTER.byteSize();
      MemorySegment functions =
          list.get(POINTER, 0)
              .reinterpret(start + FUNCTIONS * POINTER.byteSize())
              .asSlice(start)
              .asReadOnly();
      Cryptoki cryptoki = new Cryptoki(library, functions);
      MemorySegment arguments = arena.allocate(6 * POINTER.byteSize());
      put(arguments, 4 * POINTER.byteSize(), OS_LOCKING);
      long result = (long) cryptoki.function(INITIALIZE, ValueLayout.ADDRESS).invoke(arguments);
      if (result != ALREADY_INITIALIZED) {
        cryptoki.require(result, "C_Initialize");
      }
      return cryptoki;
    } catch (TokenException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new TokenException(
          TokenException.Reason.MISSING, library + " is no PKCS#11 library: " + e.getMessage(), e);
    }
  }

  /// The initialized tokens, in the order of their slots.
  List<TokenSlot> tokens() throws TokenException {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle slotList =
          function(GET_SLOT_LIST, ValueLayout.JAVA_BYTE, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
      MemorySegment count = arena.allocate(ULONG);
      // Asked without a buffer, a library looks for tokens that came or went.
      require(slotList.invoke((byte) 1, MemorySegment.NULL, count), "C_GetSlotList");
      long announced = get(count, 0);
      if (announced > MOST_SLOTS) {
        throw new TokenException(
            TokenException.Reason.FAILED,
            "%s announces %d slots; at most %d are looked at"
                .formatted(library, announced, MOST_SLOTS));
      }
      MemorySegment slots = arena.allocate(MOST_SLOTS * ULONG.byteSize());
      put(count, 0, MOST_SLOTS);
      require(slotList.invoke((byte) 1, slots, count), "C_GetSlotList");
      List<TokenSlot> tokens = new ArrayList<>();
      for (int i = 0; i < Math.min(MOST_SLOTS, get(count, 0)); i++) {
        long slot = get(slots, i * ULONG.byteSize());
        MemorySegment info = arena.allocate(TOKEN_INFO);
        // A token that was removed in this moment is simply not there.
        if (tokenInfo(slot, info) == 0 && (get(info, FLAGS_AT) & INITIALIZED) != 0) {
          tokens.add(
              new TokenSlot(
                  slot,
                  text(info, 0, LABEL),
                  text(info, SERIAL_AT, SERIAL),
                  (get(info, FLAGS_AT) & PIN_LOCKED) != 0));
        }
      }
      return tokens;
    } catch (TokenException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new TokenException(
          TokenException.Reason.FAILED, library + " does not answer: " + e.getMessage(), e);
    }
  }

  private long tokenInfo(long slot, MemorySegment into) throws Throwable {
    return (long) function(GET_TOKEN_INFO, ULONG_ARGUMENT, ValueLayout.ADDRESS).invoke(slot, into);
  }

  private MethodHandle function(int index, MemoryLayout... arguments) {
    return call(functions.get(POINTER, index * POINTER.byteSize()), arguments);
  }

  /// Takes and returns `long` wherever the library has its own.
  private static MethodHandle call(MemorySegment address, MemoryLayout... arguments) {
    MethodHandle handle =
        Linker.nativeLinker()
            .downcallHandle(address, FunctionDescriptor.of(ULONG_ARGUMENT, arguments));
    MethodType type = handle.type().changeReturnType(long.class);
    for (int i = 0; i < type.parameterCount(); i++) {
      if (type.parameterType(i) == int.class) {
        type = type.changeParameterType(i, long.class);
      }
    }
    return MethodHandles.explicitCastArguments(handle, type);
  }

  private void require(Object result, String function) throws TokenException {
    if (!(result instanceof Long code) || code != 0) {
      throw new TokenException(
          TokenException.Reason.FAILED,
          "%s fails: %s answers %s".formatted(library, function, result));
    }
  }

  private static long get(MemorySegment from, long at) {
    return WINDOWS
        ? Integer.toUnsignedLong(from.get(ValueLayout.JAVA_INT_UNALIGNED, at))
        : from.get(ValueLayout.JAVA_LONG_UNALIGNED, at);
  }

  private static void put(MemorySegment into, long at, long value) {
    if (WINDOWS) {
      into.set(ValueLayout.JAVA_INT_UNALIGNED, at, (int) value);
    } else {
      into.set(ValueLayout.JAVA_LONG_UNALIGNED, at, value);
    }
  }

  /// Text of a fixed length, filled up with blanks.
  private static String text(MemorySegment from, long at, int length) {
    return new String(
            from.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8)
        .strip();
  }
}
