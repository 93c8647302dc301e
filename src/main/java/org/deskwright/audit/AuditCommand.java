package org.deskwright.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.spi.ToolProvider;

import org.springframework.dao.DataAccessException;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** For whoever has to check the desk: needs no desk, none of its settings, and no right to write. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Shows, verifies, exports and proves the record.",
        subcommands = {ShowCommand.class, ExportCommand.class, ProveCommand.class, ForgetCommand.class})
public final class AuditCommand implements ToolProvider {

    static final int SOUND = 0;
    private static final int UNSOUND = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(this).setColorScheme(Help.defaultColorScheme(Ansi.OFF)).setOut(OneLine.on(out)).setErr(OneLine.on(err)).execute(arguments);
    }

    @Command(name = "verify", mixinStandardHelpOptions = true,
            description = "Goes through the whole record. Exit status 0: it is what was signed; 1: it is not, and where.")
    int verify(@ArgGroup(multiplicity = "1") Source source,
            @Option(names = "--key", required = true, paramLabel = "VKEY", description = "Verifier key, or the file it stands in") String key,
            @Option(names = "--checkpoints", paramLabel = "FILE", description = "Checkpoints kept outside the database; without them a missing end is not found")
            Path checkpoints) {
        return saying(() -> {
            try (KeptCheckpoints kept = checkpoints == null ? KeptCheckpoints.none() : KeptCheckpoints.in(existing(checkpoints))) {
                Verification verification = new Verification(key(key), kept);
                read(source, verification);
                Verification.Verdict verdict = verification.verdict();
                if (kept.cutShort() > 0) {
                    out().printf("Note: %d checkpoints in %s were cut short, as by a crash, and are passed over%n", kept.cutShort(), checkpoints);
                }
                return report(verdict, checkpoints != null);
            }
        });
    }

    private void read(Source source, Verification verification) throws IOException, SQLException {
        if (source.export != null) {
            try (BufferedReader lines = Files.newBufferedReader(existing(source.export))) {
                Export.read(lines, verification);
            }
            return;
        }
        long waiting = source.database.read(jdbc -> DatabaseRecord.read(new RecordRows(jdbc), verification));
        if (waiting > 0) {
            out().printf("%d entries wait for their seal%n", waiting);
        }
    }

    private int report(Verification.Verdict verdict, boolean anchored) {
        verdict.remarks().forEach(remark -> out().println("Note: " + remark));
        verdict.findings().forEach(finding -> out().println("WRONG: " + finding));
        out().printf("%d entries read, %d covered by a signature: %s%n", verdict.entries(), verdict.proved(),
                verdict.isSound() ? "the record is what was signed" : "THE RECORD IS NOT WHAT WAS SIGNED");
        if (!anchored) {
            out().println("No checkpoints from outside were given: a missing end, or an older copy, would not show.");
        }
        out().println("Who the pseudonyms are is no part of the record: the desk itself notices a name that was changed, and says so where it stands.");
        return verdict.isSound() ? SOUND : UNSOUND;
    }

    @Command(name = "check-proof", mixinStandardHelpOptions = true, description = "Checks such a proof with nothing but the verifier key.")
    int checkProof(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--key", required = true, paramLabel = "VKEY") String key) {
        return saying(() -> {
            TlogProof proof = TlogProof.parse(Files.readString(existing(file)));
            Checkpoint head = proof.check(key(key));
            out().println(proof.entryText());
            out().printf("stands in the record of %s as entry %d of %d%n", head.origin(), proof.index(), head.size());
            return SOUND;
        });
    }

    @Command(name = "prune", mixinStandardHelpOptions = true,
            description = "Takes away the entries that the record says may go, if it is what was signed. The desk does so by itself if it knows the tables' owner.")
    int prune(@Mixin RecordDatabase owner, @Option(names = "--key", required = true, paramLabel = "VKEY", description = "Verifier key, or the file it stands in") String key) {
        return saying(() -> {
            VerifierKey verifier = key(key);
            long upTo = owner.read(jdbc -> Pruning.mayGo(jdbc, verifier));
            int went = Pruning.take(owner.client(), upTo);
            out().println(went > 0 ? "%d entries went; their hashes stay".formatted(went)
                    : "Nothing goes: entries do when the record has said so for a day in which the desk ran");
            return SOUND;
        });
    }

    interface Work {

        int done() throws IOException, SQLException;
    }

    int saying(Work work) {
        try {
            return work.done();
        } catch (MalformedRecord e) {
            err().println("WRONG: " + e.getMessage());
        } catch (NoSuchFileException e) {
            err().println("There is no file or folder " + e.getMessage());
        } catch (Unanswered e) {
            err().println(e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            err().println("Cannot be read or written: " + e.getMessage());
        } catch (SQLException e) {
            err().println("The database does not answer: " + e.getMessage());
        } catch (DataAccessException e) {
            err().println("The database does not answer: " + e.getMostSpecificCause().getMessage());
        }
        return UNSOUND;
    }

    private static VerifierKey key(String keyOrFile) throws IOException {
        return VerifierKey.parse(keyOrFile.indexOf('+') > 0 ? keyOrFile : Files.readString(existing(Path.of(keyOrFile))));
    }

    private static Path existing(Path file) throws NoSuchFileException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return file;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Either of the two. */
    static final class Source {

        @Option(names = "--export", required = true, paramLabel = "FILE", description = "An export, as JSON Lines")
        private Path export;
        @ArgGroup(exclusive = false)
        private RecordDatabase database;
    }
}
