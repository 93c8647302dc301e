package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFReader;
import com.unboundid.ldif.LDIFWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory on disk, as LDIF (RFC 2849). A write is whole and on the disk when it returns, or it did not happen. */
final class DirectoryFile {

    private final Path file;

    DirectoryFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @return {@code false} if there is no file yet */
    boolean readInto(InMemoryRequestHandler entries) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            entries.importFromLDIF(true, new LDIFReader(file.toFile()));
            return true;
        } catch (IOException | LDAPException e) {
            throw new IllegalStateException("The demo directory's file " + file + " cannot be read. Repair it, or move"
                    + " it away to begin with the demo organisation as shipped.", e);
        }
    }

    void write(InMemoryRequestHandler entries) {
        try {
            Files.createDirectories(file.getParent());
            Path next = newFile(file.resolveSibling(file.getFileName() + ".tmp"));
            try (FileOutputStream out = new FileOutputStream(next.toFile()); LDIFWriter ldif = new LDIFWriter(out)) {
                entries.exportToLDIF(ldif, false, true, false);
                ldif.flush();
                out.getFD().sync();
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDAPException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Readable by its owner alone where the file system knows owners: password hashes are in it. */
    private static Path newFile(Path path) throws IOException {
        Files.deleteIfExists(path);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createFile(path,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.createFile(path);
    }

    /** Makes the rename itself durable; Windows cannot open folders and needs no such call. */
    private void syncFolder() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
