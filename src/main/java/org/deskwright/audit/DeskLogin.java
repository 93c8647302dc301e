package org.deskwright.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A running desk, and who asks it. */
final class DeskLogin {

    private static final String AUDITOR = "lena.fischer";
    private static final String DEMO = "demo";

    @Option(names = "--url", paramLabel = "URL", converter = Address.class, description = "A running desk (default: ${DEFAULT-VALUE})")
    private URI desk = URI.create("http://127.0.0.1:" + System.getenv().getOrDefault("DESK_PORT", "8080"));
    @Option(names = "--user", paramLabel = "USER", description = "Login at the desk (default: " + AUDITOR + "), or user of the database")
    private String user;
    @Option(names = "--password", paramLabel = "PASSWORD", interactive = true, arity = "0..1",
            description = "Asked for if no value stands behind it. DESK_AUDIT_PASSWORD counts, too; else it is that of the demo people.")
    private String password;

    /** Says what an address looks like, where the library would name a class. */
    static final class Address implements ITypeConverter<URI> {

        @Override
        public URI convert(String typed) {
            if (!typed.matches("https?://[^/\\s]+(/\\S*)?")) {
                throw new TypeConversionException("\"%s\" is no address of a desk: write it as http://127.0.0.1:8080".formatted(typed));
            }
            return URI.create(typed);
        }
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    InputStream get(String path) throws IOException {
        return running().get(desk, user == null ? AUDITOR : user, secret(), path);
    }

    /** As whoever answers for it: the auditor changes nothing. */
    int post(String path, String json) throws IOException {
        if (user == null) {
            throw new Unanswered("Say with --user who you are: somebody of the group security");
        }
        return running().post(desk, user, secret(), path, json);
    }

    private static RunningDesk running() {
        return ServiceLoader.load(RunningDesk.class).findFirst().orElseThrow();
    }

    private String secret() {
        return Optional.ofNullable(password).or(() -> Optional.ofNullable(System.getenv("DESK_AUDIT_PASSWORD"))).orElse(DEMO);
    }
}
