package org.deskwright.faultrun;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Holds what the targets did against what the desk says it did. It believes these two logs and nothing else; whatever does
 * not fit is a finding. Arguments: folders with {@code effects.jsonl}, {@code record.jsonl} and, to count by,
 * {@code kills.jsonl}.
 */
final class Checker {

    static final String RECORD = "record.jsonl";
    static final String KILLS = "kills.jsonl";

    private final List<Effect> effects;
    private final List<Action> actions;

    Checker(List<Effect> effects, List<Entry> record) {
        this.effects = effects;
        this.actions = Action.in(record);
    }

    public static void main(String[] folders) {
        boolean clean = folders.length > 0;
        for (String folder : folders) {
            clean &= isClean(Path.of(folder), System.out);
        }
        System.exit(clean ? 0 : 1);
    }

    /** Prints the counts and whatever does not fit; a folder in which nothing was done shows nothing, and is not clean. */
    static boolean isClean(Path folder, PrintStream out) {
        List<Entry> record = Json.readLines(folder.resolve(RECORD), Entry.class);
        Checker checker = new Checker(Json.readLines(folder.resolve(TargetSystems.EFFECTS), Effect.class), record);
        out.print(Tally.of(Json.readLines(folder.resolve(KILLS), Kill.class), record));
        List<String> doubled = checker.doubled();
        List<String> lost = checker.lost();
        List<String> unsettled = checker.unsettled();
        out.printf("%s: %d actions begun, %d effects, %d handed to people: %d doubled, %d lost, %d unsettled%n", folder.getFileName(),
                checker.actions.size(), checker.effects.size(), checker.actions.stream().filter(Action::isHandedOver).count(),
                doubled.size(), lost.size(), unsettled.size());
        List<String> findings = new ArrayList<>(doubled);
        findings.addAll(lost);
        findings.addAll(unsettled);
        findings.forEach(finding -> out.println("  " + finding));
        return findings.isEmpty() && !checker.actions.isEmpty() && !checker.effects.isEmpty();
    }

    /** A membership that was there, or gone, already; a second mail of one action. */
    List<String> doubled() {
        return repeated().stream().map(effect -> "doubled: " + effect).toList();
    }

    private List<Effect> repeated() {
        Map<String, String> last = new HashMap<>();
        return effects.stream().filter(effect -> effect.kind().equals(last.put(effect.what(), effect.kind())) || !effect.happened()).toList();
    }

    /**
     * Done without an intent before it, done and denied, or confirmed and never done. What was handed to people because
     * nobody could see whether it was done may be either.
     */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        effects.stream().filter(effect -> actions.stream().noneMatch(action -> action.effect().equals(effect.key()) && !action.begun().isAfter(effect.at())))
                .forEach(effect -> lost.add("lost, no intent before it: " + effect));
        List<Effect> once = new ArrayList<>(effects);
        once.removeAll(repeated());
        for (String key : new TreeSet<>(actions.stream().map(Action::effect).toList())) {
            List<Action> same = actions.stream().filter(action -> action.effect().equals(key)).toList();
            long happened = once.stream().filter(effect -> effect.key().equals(key)).count();
            long confirmed = same.stream().filter(Action::isDone).count();
            if (happened < confirmed) {
                lost.add("lost, confirmed and never done: " + same);
            } else if (happened > confirmed + same.stream().filter(action -> action.isOpen() || action.isHandedOver()).count()) {
                lost.add("lost, done and denied: " + same);
            }
        }
        return lost;
    }

    /** Begun, and neither does anybody know what came of it, nor was anybody told so. */
    List<String> unsettled() {
        return actions.stream().filter(Action::isOpen).map(action -> "unsettled: " + action).toList();
    }
}
