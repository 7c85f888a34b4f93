package touchmark.ledger.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import touchmark.ledger.disk.DurableFile;

/// A PKCS#12 file on disk: read within bounds, made or replaced as a whole, readable by its owner
/// only.
final class KeyStoreFile {
  private static final long LARGEST = 16L * 1024 * 1024;

  private final Path file;

  KeyStoreFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// What is done while no other process changes the file.
  interface Change {
    void make() throws KeyRingException;
  }

  static KeyStore empty() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every Java platform has PKCS#12", e);
    }
  }

  KeyStore read(char[] password) throws KeyRingException {
    byte[] bytes = bytes();
    KeyStore store = empty();
    try {
      store.load(new ByteArrayInputStream(bytes), password);
      return store;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException
          && !PasswordProbe.opensSomething(bytes, password)) {
        throw new KeyRingException("the password does not open " + file, true, e);
      }
      throw damaged(e);
    } catch (GeneralSecurityException | RuntimeException e) {
      // The platform's parser meets damaged bytes with exceptions of many kinds.
      throw damaged(e);
    }
  }

  /// Puts a store in the place of the one that is there.
  void replace(KeyStore store, char[] password) throws KeyRingException {
    write(store, password, DurableFile::replace);
  }

  /// Writes a store where nothing is.
  ///
  /// @throws KeyRingException also if something is there, which is left as it is
  void create(KeyStore store, char[] password) throws KeyRingException {
    write(store, password, DurableFile::create);
  }

  private interface Writing {
    void to(Path file, byte[] bytes) throws IOException;
  }

  private void write(KeyStore store, char[] password, Writing writing) throws KeyRingException {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      writing.to(file, bytes.toByteArray());
    } catch (FileAlreadyExistsException e) {
      throw new KeyRingException("there is a file already at " + file, e);
    } catch (IOException e) {
      throw new KeyRingException("the key store " + file + " cannot be written: " + e, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a PKCS#12 store of sound entries can be written", e);
    }
  }

  /// Keeps other processes from changing the file meanwhile, so that none loses a key that another
  /// one just added.
  void exclusively(Change change) throws KeyRingException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      if (!held.isValid()) {
        throw new KeyRingException("the key store " + file + " cannot be locked");
      }
      change.make();
    } catch (OverlappingFileLockException e) {
      throw new KeyRingException("the key store " + file + " is being changed just now", e);
    } catch (IOException e) {
      throw new KeyRingException("the key store " + file + " cannot be locked: " + e, e);
    }
  }

  private byte[] bytes() throws KeyRingException {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new KeyRingException(
            "%s has %d bytes; a key store has at most %d".formatted(file, size, LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new KeyRingException("there is no key store at " + file, e);
    } catch (IOException e) {
      throw new KeyRingException("the key store " + file + " cannot be read: " + e, e);
    }
  }

  private KeyRingException damaged(Exception cause) {
    return new KeyRingException(
        file + " is damaged or no PKCS#12 key store: " + cause.getMessage(), cause);
  }
}
