package org.deskwright.audit;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One entry for somebody outside, and nothing else of the record. */
@Command(name = "prove", mixinStandardHelpOptions = true, description = "Writes the proof that one entry stands in the record.")
final class ProveCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;
    @Mixin
    private Whereabouts where;
    @Parameters(paramLabel = "ENTRY", description = "uid of the entry")
    private UUID uid;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Its name should end in .tlog-proof")
    private Path file;

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
