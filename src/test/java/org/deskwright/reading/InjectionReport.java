package org.deskwright.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Prints how many texts written for machines are noticed, and how many harmless ones are held up, with the corpora in
 * {@code ../shared/data/injection} if they are there, and with the shipped ticket history. Run it from the top folder as
 * {@code TriageReport} in the README is run; the argument is the folder of the corpora, where they stand elsewhere, and with
 * {@code misses} behind it what went wrong is listed.
 */
final class InjectionReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TextReader reader = TextReader.of(Path.of(""));
    private final boolean listing;

    private InjectionReport(boolean listing) {
        this.listing = listing;
    }

    public static void main(String[] arguments) throws IOException {
        InjectionReport report = new InjectionReport(arguments.length > 1);
        Path corpora = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/injection");
        if (Files.isDirectory(corpora)) {
            report.corpora(corpora);
        } else {
            Report.say("There are no corpora in %s; the history alone:", corpora);
        }
        report.print("shipped history (harmless)", history(), false);
    }

    private void corpora(Path folder) throws IOException {
        Map<String, List<String>> byVariant = new TreeMap<>();
        List<String> all = new ArrayList<>();
        for (JsonNode prompt : JSON.readTree(folder.resolve("purplellama_prompt_injection.json").toFile())) {
            String text = prompt.get("user_input").asText();
            all.add(text);
            byVariant.computeIfAbsent("  " + prompt.get("injection_variant").asText(), key -> new ArrayList<>()).add(text);
        }
        print("purplellama", all, true);
        byVariant.forEach((variant, texts) -> Report.say("%s: %.3f of %d", variant, share(texts), texts.size()));
        bipia(folder);
        print("NotInject (harmless)", texts(JSON.readTree(folder.resolve("injecguard_NotInject_one.json").toFile())), false);
    }

    /** Every attack at the end of every mail. */
    private void bipia(Path folder) throws IOException {
        List<String> mails = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("bipia_email_train.jsonl"))) {
            mails.add(JSON.readTree(line).get("context").asText());
        }
        List<String> attacks = new ArrayList<>();
        Map<String, List<String>> byKind = new TreeMap<>();
        JSON.readTree(folder.resolve("bipia_text_attack_train.json").toFile()).fields().forEachRemaining(kind -> kind.getValue().forEach(attack -> {
            attacks.add(attack.asText());
            byKind.computeIfAbsent("  " + kind.getKey(), key -> new ArrayList<>()).add(attack.asText());
        }));
        print("bipia mails (harmless)", mails, false);
        List<String> combined = mails.stream().flatMap(mail -> attacks.stream().map(attack -> mail + "\n" + attack)).toList();
        Report.say("bipia mails with an attack: %.3f of %d", share(combined), combined.size());
        print("bipia attacks alone", attacks, true);
        byKind.forEach((kind, texts) -> Report.say("%s: %.3f of %d", kind, share(texts), texts.size()));
    }

    private static List<String> texts(JsonNode entries) {
        List<String> texts = new ArrayList<>();
        entries.forEach(entry -> texts.add(entry.get("prompt").asText()));
        return texts;
    }

    static List<String> history() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("config/history"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode ticket = JSON.readTree(line);
                    texts.add(ticket.get("subject").asText() + "\n" + ticket.get("body").asText());
                }
            }
        }
        return texts;
    }

    private double share(List<String> texts) {
        return texts.stream().filter(text -> signal(text).isPresent()).count() / (double) texts.size();
    }

    private InjectionSignal signal(String text) {
        return reader.read("", text, Context.NONE).injection();
    }

    private void print(String name, List<String> texts, boolean wanted) {
        List<InjectionSignal> signals = texts.stream().map(this::signal).toList();
        Map<InjectionSign, Long> signs = signals.stream().flatMap(signal -> signal.signs().stream())
                .collect(Collectors.groupingBy(sign -> sign, () -> new EnumMap<>(InjectionSign.class), Collectors.counting()));
        Report.say("%s: %.3f of %d noticed, by %s", name, signals.stream().filter(InjectionSignal::isPresent).count() / (double) texts.size(), texts.size(), signs);
        for (int i = 0; i < texts.size() && listing; i++) {
            if (signals.get(i).isPresent() != wanted) {
                String text = texts.get(i).replace('\n', ' ');
                Report.say("    %s %s | %s", signals.get(i).signs(), signals.get(i).because(), text.substring(0, Math.min(160, text.length())));
            }
        }
    }
}
