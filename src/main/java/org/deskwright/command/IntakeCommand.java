package org.deskwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.deskwright.table.UnreadableTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds the texts of a table to a running desk, waits until each has gone its way, and prints where they ended. */
@Command(name = "intake", mixinStandardHelpOptions = true,
        description = "Files the texts of a CSV or JSON Lines file (also gzipped) as one person's requests and prints where they ended.")
class IntakeCommand implements Callable<Integer> {

    private static final String MOST = "999999999";

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE", description = "CSV with a header line, or JSON Lines; UTF-8, plain or gzipped")
    private Path file;
    @Option(names = "--text", required = true, paramLabel = "COLUMN", description = "Column with the request's text")
    private String textColumn;
    @Option(names = "--label", paramLabel = "COLUMN", description = "Column with a label, set against the desk's category at the end")
    private String labelColumn;
    @Option(names = "--limit", paramLabel = "N", description = "Take the first N rows only")
    private String limit = MOST;
    @Option(names = "--url", description = "Address of the desk (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:" + System.getenv().getOrDefault("DESK_PORT", "8080"));
    @Option(names = "--login", description = "Whose requests they are (default: ${DEFAULT-VALUE})")
    private String login = "farid.haddad";
    @Option(names = "--password", description = "Their password (default: that of the demo people)")
    private String password = "demo";
    @Option(names = "--threads", description = "Requests under way at once (default: ${DEFAULT-VALUE})")
    private String threads = "4";

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (number(limit) < 1 || number(threads) < 1) {
            err.println("--limit and --threads take whole numbers from 1 to %s, for instance: --limit 500".formatted(MOST));
            return 2;
        }
        try {
            return file(Texts.read(file, textColumn, labelColumn, number(limit)), out, err);
        } catch (UnreadableTable | IOException e) {
            err.println("%s cannot be read: %s".formatted(file, e.getMessage()));
            return 2;
        }
    }

    private int file(Texts texts, PrintWriter out, PrintWriter err) throws InterruptedException {
        DeskClient desk = new DeskClient(url, login, password);
        long start = System.nanoTime();
        Filing filing = new Filing(desk);
        try (ProgressBar bar = bar("Filing", texts.texts().size())) {
            filing.file(texts.texts(), number(threads), bar::step);
        }
        double accepted = seconds(start);
        filing.failure().ifPresent(e -> err.println("Stopped after %d of %d requests: %s".formatted(filing.labels().size(), texts.texts().size(), why(e))));
        if (filing.failure().isPresent() && filing.labels().isEmpty()) {
            return 1;
        }
        Settlement settlement = new Settlement(desk, filing.labels().keySet());
        boolean watched = watch(settlement, err);
        new IntakeReport(filing.labels(), settlement, texts.empty(), accepted, seconds(start)).print(out);
        return watched && filing.failure().isEmpty() && settlement.isComplete() ? 0 : 1;
    }

    private boolean watch(Settlement settlement, PrintWriter err) throws InterruptedException {
        try (ProgressBar bar = bar("Settling", settlement.size())) {
            settlement.await(bar::stepTo);
            return true;
        } catch (IOException | DeskClient.Refused e) {
            err.println("Where they ended is not known for all: " + why(e));
            return false;
        }
    }

    /** Read here, as the library would answer in its own words; 0 for what is none. */
    private static int number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private String why(Exception e) {
        return e instanceof DeskClient.Refused ? e.getMessage() : "the desk at %s does not answer (%s). Is it running?".formatted(url, e);
    }

    private static ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(max).setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500).showSpeed().build();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
