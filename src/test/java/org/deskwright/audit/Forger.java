package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes an export, each time in another way. */
final class Forger extends Tamperer {

    private static final Pattern INDEX = Pattern.compile("\"index\":\"(\\d+)\",\"sequence\":\"\\d+\",\"time\":\"([^\"]+)\"}}$");

    private final List<String> whole;
    private final List<List<String>> older;
    private final Random random;
    private List<String> lines;
    private String text;

    Forger(List<String> whole, List<List<String>> older, Random random) {
        this.whole = whole;
        this.older = older;
        this.random = random;
    }

    String text() {
        return text;
    }

    @Override
    Trace change(Tampering kind) {
        lines = new ArrayList<>(whole);
        text = null;
        Trace trace = super.change(kind);
        if (text == null) {
            text = String.join("\n", lines) + "\n";
        }
        return trace;
    }

    @Override
    Trace edit() {
        int line = random.nextInt(lines.size());
        String old = lines.get(line);
        int place = random.nextInt(old.length());
        lines.set(line, switch (random.nextInt(4)) {
            case 0 -> old.substring(0, place) + (old.charAt(place) == 'x' ? 'y' : 'x') + old.substring(place + 1);
            case 1 -> "{\"entry\":{\"activity_name\":\"FORGED\"}," + old.substring(1); // readers differ on which of two counts
            case 2 -> old.substring(0, old.length() - 1) + ",\"note\":\"approved by all\"}";
            default -> old.replace("\"TESTED\"", "\"TESTED\",\"activity_name\":\"TESTED\"") + " ";
        });
        return at(line);
    }

    @Override
    Trace delete() {
        int line = anyEntry();
        long index = index(line);
        lines.remove(line);
        return Trace.at(index);
    }

    @Override
    Trace swap() {
        int one = anyEntry();
        int other = anyEntry();
        while (other == one) {
            other = anyEntry();
        }
        Trace trace = Trace.at(Math.min(index(one), index(other)));
        Collections.swap(lines, one, other);
        return trace;
    }

    @Override
    Trace insert() {
        int line = anyEntry();
        long index = index(line);
        String another = lines.get(anyEntry());
        if (random.nextBoolean()) {
            another = another.replace("TESTED", "FORGED");
        }
        lines.add(line, another);
        return Trace.among(index, index + 1).inLine(line + 1);
    }

    @Override
    Trace backDate() {
        int line = anyEntry();
        String time = random.nextBoolean() ? "\"time\":\"20" : "\"time_dt\":\"20";
        lines.set(line, lines.get(line).replace(time, time.replace("20", "19")));
        return at(line);
    }

    @Override
    Trace cutOff() {
        if (random.nextInt(3) == 0) {
            return editAndCutOff();
        }
        String all = String.join("\n", lines) + "\n";
        int end = random.nextInt(all.length() - 1);
        text = all.substring(0, end);
        int line = (int) text.chars().filter(c -> c == '\n').count();
        long complete = lines.subList(0, line).stream().filter(l -> INDEX.matcher(l).find()).count();
        boolean atLineEnd = text.isEmpty() || text.endsWith("\n") || end == all.indexOf('\n', end);
        return atLineEnd ? Trace.BESIDE_THE_ENTRIES : Trace.at(complete).inLine(line + 1);
    }

    /** Lest anybody sees what was edited, the end of the file is no export. */
    private Trace editAndCutOff() {
        int line = anyEntry();
        lines.set(line, lines.get(line).replace("TESTED", "FORGED"));
        String before = String.join("\n", lines.subList(0, line + 1)) + "\n";
        String behind = String.join("\n", lines.subList(line + 1, lines.size()));
        text = before + behind.substring(0, random.nextInt(behind.length()));
        return Trace.at(index(line));
    }

    @Override
    Trace putBack() {
        lines = new ArrayList<>(older.get(random.nextInt(older.size())));
        return Trace.at(lines.stream().filter(line -> INDEX.matcher(line).find()).count());
    }

    @Override
    Trace signAnew() {
        int changed = anyEntry();
        Trace trace = Trace.at(index(changed));
        lines.set(changed, lines.get(changed).replace("TESTED", "FORGED"));
        SigningKey another = SigningKey.generate("test.example/record");
        Frontier tree = new Frontier();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (INDEX.matcher(line).find()) {
                String sealed = "{" + line.substring(line.indexOf(',') + 1);
                Hash leaf = Hash.ofLeaf(sealed.getBytes(StandardCharsets.UTF_8));
                tree.append(leaf);
                lines.set(i, "{\"leaf_hash\":\"%s\",%s".formatted(Base64.getEncoder().encodeToString(leaf.bytes()), sealed.substring(1)));
            } else if (random.nextInt(3) > 0) {
                Note note = Note.signed(new Checkpoint("test.example/record", tree.size(), tree.root()).text(), another);
                lines.set(i, "{\"checkpoint\":\"%s\"}".formatted(note.toString().replace("\n", "\\n")));
                trace = trace.inLine(trace.line() == 0 ? i + 1 : trace.line());
            }
        }
        return trace;
    }

    private Trace at(int line) {
        return isEntry(line) ? Trace.at(index(line)).inLine(line + 1) : Trace.BESIDE_THE_ENTRIES.inLine(line + 1);
    }

    private int anyEntry() {
        int line = random.nextInt(lines.size());
        while (!isEntry(line)) {
            line = random.nextInt(lines.size());
        }
        return line;
    }

    private boolean isEntry(int line) {
        return whole.get(line).startsWith("{\"leaf_hash\"");
    }

    private long index(int line) {
        Matcher index = INDEX.matcher(whole.get(line));
        if (!index.find()) {
            throw new IllegalStateException("No entry: " + whole.get(line));
        }
        return Long.parseLong(index.group(1));
    }
}
