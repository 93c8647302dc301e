package org.deskwright.audit;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The whole record for somebody outside, who verifies it without the desk. */
@Command(name = "export", mixinStandardHelpOptions = true, description = "Writes the whole record as JSON Lines.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private AuditCommand audit;
    @Mixin
    private Whereabouts where;
    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path file;

    @Override
    public Integer call() {
        return audit.saying(() -> {
            if (where.isDatabase()) {
                try (var out = Files.newBufferedWriter(file)) {
                    audit.out().printf("%d entries written to %s%n", where.read(jdbc -> Export.write(new RecordRows(jdbc), out)), file);
                }
            } else {
                try (InputStream record = where.get("audit/export")) {
                    audit.out().printf("%,d bytes written to %s%n", Files.copy(record, file, StandardCopyOption.REPLACE_EXISTING), file);
                }
            }
            return AuditCommand.SOUND;
        });
    }
}
