package org.deskwright.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Feeds the texts of a CSV file to a running desk, waits until each has gone its way, and prints where they ended. */
@Command(name = "intake", mixinStandardHelpOptions = true,
        description = "Files the texts of a CSV file (also gzipped) as one person's requests and prints where they ended.")
class IntakeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "FILE.csv", description = "CSV with a header line, UTF-8, plain or gzipped")
    private Path file;
    @Option(names = "--text", required = true, paramLabel = "COLUMN", description = "Column with the request's text")
    private String textColumn;
    @Option(names = "--label", paramLabel = "COLUMN", description = "Column with a label, set against the desk's category at the end")
    private String labelColumn;
    @Option(names = "--limit", paramLabel = "N", description = "Take the first N rows only")
    private long limit = Long.MAX_VALUE;
    @Option(names = "--url", description = "Address of the desk (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:" + System.getenv().getOrDefault("DESK_PORT", "8080"));
    @Option(names = "--login", description = "Whose requests they are (default: ${DEFAULT-VALUE})")
    private String login = "farid.haddad";
    @Option(names = "--password", description = "Their password (default: that of the demo people)")
    private String password = "demo";
    @Option(names = "--threads", description = "Requests under way at once (default: ${DEFAULT-VALUE})")
    private int threads = 4;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(file)) {
            err.println("%s cannot be read: give the path of a CSV file".formatted(file));
            return 2;
        }
        try {
            CsvTexts texts = CsvTexts.read(file, textColumn, labelColumn, limit);
            DeskClient desk = new DeskClient(url, login, password);
            long start = System.nanoTime();
            Map<String, String> labels = file(desk, texts.rows());
            double accepted = seconds(start);
            Settlement settlement = new Settlement(desk, labels.keySet());
            try (ProgressBar bar = bar("Settling", labels.size())) {
                settlement.await(bar::stepTo);
            }
            new IntakeReport(labels, settlement, texts.empty(), accepted, seconds(start)).print(out);
            return settlement.isComplete() ? 0 : 1;
        } catch (IllegalArgumentException | IOException e) {
            err.println(e instanceof IOException ? "The desk at %s does not answer (%s): is it running?".formatted(url, e) : e.getMessage());
            return 2;
        } catch (ExecutionException | DeskClient.Refused e) {
            err.println("Stopped: " + (e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
            return 1;
        }
    }

    /** @return number of each ticket → its row's label */
    private Map<String, String> file(DeskClient desk, List<CsvTexts.Row> rows) throws InterruptedException, ExecutionException {
        UUID run = UUID.randomUUID();
        ExecutorService senders = Executors.newFixedThreadPool(threads);
        try (ProgressBar bar = bar("Filing", rows.size())) {
            List<Future<String>> numbers = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                String text = rows.get(i).text();
                String key = run + ":" + i;
                numbers.add(senders.submit(() -> {
                    String number = desk.file(subject(text), text, key);
                    bar.step();
                    return number;
                }));
            }
            Map<String, String> labels = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                labels.put(numbers.get(i).get(), String.valueOf(rows.get(i).label()));
            }
            return labels;
        } finally {
            senders.shutdownNow();
        }
    }

    private static String subject(String text) {
        String line = text.lines().findFirst().orElse(text).replace('\t', ' ');
        return line.codePointCount(0, line.length()) <= 80 ? line : line.substring(0, line.offsetByCodePoints(0, 79)) + "…";
    }

    private static ProgressBar bar(String task, long max) {
        return new ProgressBarBuilder().setTaskName(task).setInitialMax(max).setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500).showSpeed().build();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
