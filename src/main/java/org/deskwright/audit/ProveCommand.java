package org.deskwright.audit;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.TypeConversionException;

/** One entry for somebody outside, and nothing else of the record. */
@Command(name = "prove", mixinStandardHelpOptions = true, description = "Writes the proof that one entry stands in the record.")
final class ProveCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;
    @Mixin
    private Whereabouts where;
    @Parameters(paramLabel = "ENTRY", converter = Uid.class, description = "uid of the entry, as \"audit show --uids\" prints it and its page in the portal")
    private UUID uid;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Its name should end in .tlog-proof")
    private Path file;

    /** Says where such a uid is to be found, where the library would name a class. */
    static final class Uid implements ITypeConverter<UUID> {

        @Override
        public UUID convert(String typed) {
            try {
                return UUID.fromString(typed);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"%s\" is no uid: \"audit show TICKET --uids\" prints those of a ticket's entries".formatted(typed));
            }
        }
    }

    @Override
    public Integer call() {
        return audit.saying(() -> {
            if (where.isDatabase()) {
                Files.writeString(file, where.read(jdbc -> Proofs.of(uid, jdbc)).toString());
            } else {
                try (InputStream proof = where.get("audit/entries/%s/proof".formatted(uid))) {
                    Files.copy(proof, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            audit.out().println("The proof stands in " + file);
            return AuditCommand.SOUND;
        });
    }
}
