package org.deskwright.audit;

import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A ticket's story at a terminal, from a running desk: only that can read who is who. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints what the record says of a ticket, in plain words.")
final class ShowCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 110;
    private static final String INDENT = "      ";

    @ParentCommand
    private AuditCommand audit;
    @Mixin
    private DeskLogin where;
    @Parameters(paramLabel = "TICKET", description = "for instance DW-1001")
    private String ticket;
    @Option(names = "--steps", description = "Each step with its time, too")
    private boolean steps;
    @Option(names = "--uids", description = "Each entry's uid, which \"audit prove\" takes")
    private boolean uids;

    @Override
    public Integer call() {
        return audit.saying(() -> {
            try (InputStream story = where.get("audit/tickets/" + URLEncoder.encode(ticket, StandardCharsets.UTF_8))) {
                print(CanonicalJson.JSON.readTree(story).get("entries"), audit.out());
            }
            return AuditCommand.SOUND;
        });
    }

    private void print(JsonNode entries, PrintWriter out) {
        out.printf("%s in the record: %d entries%n", ticket, entries.size());
        List<String> quiet = new ArrayList<>();
        for (JsonNode entry : entries) {
            String[] words = entry.get("words").asText().split("\n");
            if (entry.get("quiet").asBoolean() && !steps) {
                quiet.add(words[0]);
                continue;
            }
            printQuiet(quiet, out);
            out.printf("%n%4s  %s%n", entry.get("sequence").isNull() ? "-" : entry.get("sequence").asText(), OneLine.of(heading(entry)));
            if (uids && !entry.get("uid").isNull()) {
                printWrapped(entry.get("uid").asText(), "", out);
            }
            for (int i = 0; i < words.length; i++) {
                printWrapped(words[i], i == 0 ? "" : "- ", out);
            }
            entry.get("remarks").forEach(remark -> printWrapped(remark.asText(), "! ", out));
        }
        printQuiet(quiet, out);
        out.flush();
    }

    private static String heading(JsonNode entry) {
        String at = entry.get("at").isNull() ? "" : " · " + TIME.format(Instant.parse(entry.get("at").asText()));
        String who = entry.get("who").isNull() ? "" : " · " + entry.get("who").asText();
        return entry.get("title").asText().toUpperCase(Locale.ROOT) + who + at + (entry.get("index").isNull() ? " · waiting for its seal" : "");
    }

    private static void printQuiet(List<String> quiet, PrintWriter out) {
        if (!quiet.isEmpty()) {
            out.println();
            printWrapped(String.join(" · ", quiet), "", out);
            quiet.clear();
        }
    }

    private static void printWrapped(String text, String mark, PrintWriter out) {
        StringBuilder line = new StringBuilder(INDENT).append(mark);
        int begin = line.length();
        for (String word : text.split(" ")) {
            if (line.length() > begin && line.length() + word.length() >= WIDTH) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(begin));
            }
            line.append(word).append(' ');
        }
        out.println(line.toString().stripTrailing());
    }
}
