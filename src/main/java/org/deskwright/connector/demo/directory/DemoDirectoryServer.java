package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.Base64PasswordEncoderOutputFormatter;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.listener.SaltedMessageDigestInMemoryPasswordEncoder;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Example Corp's directory: an LDAP server in this process, on 127.0.0.1, that keeps every change on disk before it
 * answers. Passwords are stored as salted SHA-256; an account with {@code loginDisabled: TRUE} or any
 * {@code pwdAccountLockedTime} cannot sign in. Only the desk's service account may write.
 */
public final class DemoDirectoryServer implements AutoCloseable {

    public static final String BASE_DN = "dc=example,dc=org";
    public static final String SERVICE_DN = "cn=desk,ou=services," + BASE_DN;
    static final String FIRST_PASSWORD = "demo";

    private final InMemoryRequestHandler entries;
    private final LDAPListener listener;
    private final String servicePassword = randomPassword();

    /**
     * @param port 0 for any free one
     * @param data where {@code directory.ldif} is kept; filled with the demo organisation if it is not there yet
     * @throws IllegalStateException if the port is taken or the file cannot be read, with a sentence that says what to do
     */
    public DemoDirectoryServer(int port, Path data) {
        DirectoryFile file = new DirectoryFile(data.resolve("directory.ldif"));
        try {
            entries = new InMemoryRequestHandler(configuration());
        } catch (LDAPException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The demo directory could not be prepared", e);
        }
        if (!file.readInto(entries)) {
            fill();
            file.write(entries);
        }
        listener = listen(port, new DirectoryRequests(entries, new DurableChanges(entries, file)));
    }

    public int port() {
        return listener.getListenPort();
    }

    /** The desk's own password, made anew at each start: nobody can know it from the source or the disk. */
    public String servicePassword() {
        return servicePassword;
    }

    @Override
    public void close() {
        listener.shutDown(true);
    }

    private InMemoryDirectoryServerConfig configuration() throws LDAPException, GeneralSecurityException, IOException {
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig(BASE_DN);
        configuration.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), demoSchema()));
        configuration.setPasswordEncoders(new SaltedMessageDigestInMemoryPasswordEncoder("{SSHA256}",
                Base64PasswordEncoderOutputFormatter.getInstance(),
                MessageDigest.getInstance("SHA-256"), 16, true, true));
        configuration.addAdditionalBindCredentials(SERVICE_DN, servicePassword);
        return configuration;
    }

    private static Schema demoSchema() throws IOException, LDAPException {
        try (InputStream schema = resource("schema.ldif")) {
            return Schema.getSchema(schema);
        } catch (LDIFException e) {
            throw new IOException(e);
        }
    }

    private void fill() {
        try (LDIFReader people = new LDIFReader(resource("people.ldif"))) {
            for (Entry entry = people.readEntry(); entry != null; entry = people.readEntry()) {
                if (entry.hasObjectClass("deskAccount")) {
                    entry.addAttribute("userPassword", FIRST_PASSWORD);
                }
                entries.addEntry(entry, false);
            }
        } catch (IOException | LDAPException | LDIFException e) {
            throw new IllegalStateException("The demo organisation in demo/people.ldif could not be read", e);
        }
    }

    private static LDAPListener listen(int port, DirectoryRequests requests) {
        LDAPListenerConfig configuration = new LDAPListenerConfig(port, requests);
        configuration.setListenAddress(InetAddress.getLoopbackAddress());
        LDAPListener listener = new LDAPListener(configuration);
        try {
            listener.startListening();
            return listener;
        } catch (IOException e) {
            throw new IllegalStateException("The demo directory cannot listen on 127.0.0.1:" + port
                    + ". Is a desk running already? Otherwise choose another port with desk.demo.directory-port.", e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = DemoDirectoryServer.class.getResourceAsStream("/demo/" + name);
        if (resource == null) {
            throw new UncheckedIOException(new IOException("demo/" + name + " is not on the class path"));
        }
        return resource;
    }

    private static String randomPassword() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
