package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.correspondence.Clarification;
import org.deskwright.governance.Autonomy;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that diagrams compare and texts that they send are words which somebody says. */
class SpokenWordsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "deskwright");
    private static final Path MESSAGES = Path.of("config", "messages", "en");
    private static final Pattern SAID = Pattern.compile("(?:(?<!Personal)\\.(?:say|text)|correspondence\\.tell)\\([^;{}\"]*?,\\s*\"([a-z-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    /** What {@code Correspondence} fills in for every ticket, and what callers add. */
    private static final Set<String> PLACES = Set.of("why", "desk", "number", "subject", "link", "name", "text", "what", "queue", "code", "entitlement", "disown", "minutes");
    /** Text messages, and what goes to our own people. */
    private static final Set<String> WITHOUT_FOOT = Set.of("reset-link", "code", "recovery-notice-text", "breaker-opened", "incident");

    private static final Set<String> TIMELINE_ALONE = Set.of("solved", "not-solved", "withdrawn", "goes-on-from", "became");
    private static final Pattern SENTENCE_IN_CODE = Pattern.compile("\\.tell\\([^;]*\"[A-Z]|\"It is (not )?solved");

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyValueComparedIsAWordOfItsVariable(Diagram diagram) throws IOException {
        Map<String, Set<String>> words = Map.of("autonomy", words(Autonomy.values()), "actionState", words(ActionState.values()),
                "resolution", diagrams().stream().map(Diagram::id).collect(Collectors.toSet()), "verification", verifications(),
                "closureCode", words(ClosureCode.values()),
                "clarification", Stream.concat(words(Clarification.Outcome.values()).stream(), Stream.of("pending", "not-asked")).collect(Collectors.toSet()));
        for (Diagram.Comparison comparison : diagram.comparisons()) {
            if (!Set.of("endState", "outcome").contains(comparison.variable())) {
                assertThat(words).as(comparison.flow().getId()).containsKey(comparison.variable());
                assertThat(words.get(comparison.variable())).as(comparison.flow().getId()).contains(comparison.value());
            }
        }
        diagram.elements("inputParameter").stream().filter(parameter -> parameter.getAttribute("name").equals("closureCode"))
                .forEach(parameter -> assertThat(parameter.getTextContent()).isIn(words(ClosureCode.values())));
    }

    /** What PerformAction can leave behind: every state has its way out of the step. */
    @Test
    void whatComesOfAnActionIsAskedAfterIt() {
        assertThat(diagrams().stream().flatMap(diagram -> diagram.comparisons().stream())
                .filter(comparison -> comparison.variable().equals("actionState")).map(Diagram.Comparison::value).distinct())
                .containsExactlyInAnyOrder("confirmed", "planned");
    }

    private static Set<String> verifications() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String source : List.of("CheckOneTimeCode", "SendOneTimeCode")) {
            Pattern.compile("(?:->|return|\\?|:) \"([a-z-]+)\"").matcher(Files.readString(SOURCES.resolve("process/" + source + ".java")))
                    .results().forEach(found -> said.add(found.group(1)));
        }
        assertThat(said).containsExactlyInAnyOrder("verified", "pending", "expired", "wrong-codes", "person-wanted", "disowned", "taken-back", "not-sent");
        return said;
    }

    /** The code reads where a process ended as well. */
    @Test
    void endStatesNamedInCodeAreDrawn() throws IOException {
        Set<String> drawn = diagrams().stream().flatMap(diagram -> diagram.endStates().stream()).collect(Collectors.toSet());
        for (String source : List.of("ReportResolution", "CloseTicket")) {
            List<String> named = Pattern.compile("case \"(\\w+)\"|\"(\\w+)\"\\.equals").matcher(Files.readString(SOURCES.resolve("process/" + source + ".java")))
                    .results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).toList();
            assertThat(named).isNotEmpty().isSubsetOf(drawn);
        }
    }

    @Test
    void messagesTheCodeCorrelatesAreDrawn() throws IOException {
        Set<String> drawn = diagrams().stream().flatMap(diagram -> diagram.elements("message").stream())
                .map(message -> message.getAttribute("name")).collect(Collectors.toSet());
        List<String> correlated = Pattern.compile("(?:WITHDRAWN|CONFIRMED|PASSWORD_CHOSEN|REPLY) = \"([^\"]+)\"")
                .matcher(Files.readString(SOURCES.resolve("process/Messenger.java")))
                .results().map(found -> found.group(1)).toList();
        assertThat(correlated).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void everyTextThatIsSentExists() throws IOException {
        Set<String> sent = new TreeSet<>(words(TellRequester.Text.values()));
        diagrams().forEach(diagram -> diagram.elements("inputParameter").stream()
                .filter(parameter -> parameter.getAttribute("name").equals("wording")).forEach(parameter -> sent.add(parameter.getTextContent())));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                SAID.matcher(Files.readString(source)).results().forEach(found -> sent.add(found.group(1)));
            }
        }
        assertThat(sent).hasSizeGreaterThan(8).isSubsetOf(messages().keySet());
    }

    /** Analysts find every sentence that requesters read in one place. */
    @Test
    void noSentenceToRequestersStandsInCode() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")).toList()).hasSizeGreaterThan(100)
                    .allSatisfy(source -> assertThat(Files.readString(source)).doesNotContainPattern(SENTENCE_IN_CODE));
        }
    }

    @Test
    void everyTextHasItsHeadAndOnlyPlacesThatAreFilled() throws IOException {
        messages().forEach((name, text) -> {
            boolean mailed = !TIMELINE_ALONE.contains(name);
            assertThat(text).as(name).matches(mailed ? "(?s)Subject: .+\nTimeline: .+\n\n.+\n" : "Timeline: .+\n");
            assertThat(PLACE.matcher(text).results().map(found -> found.group(1))).as(name).isSubsetOf(PLACES);
            if (mailed && !WITHOUT_FOOT.contains(name)) {
                assertThat(text).as(name).contains("[{number}]").contains("to reach a person")
                        .contains(name.equals("staff-reply") ? "written by one of our people" : "written automatically");
            }
        });
    }

    private static Map<String, String> messages() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).collect(Collectors.toMap(file -> file.getFileName().toString().replace(".txt", ""), SpokenWordsTest::read));
        }
    }

    /** Every closed list of categories or queues, in any table. */
    @Test
    void tablesListTheTaxonomysCategoriesAndQueues() {
        for (String key : Table.keys()) {
            Table table = Table.of(key);
            Stream.of("category", "queue", "reviewers").forEach(column -> {
                List<String> words = table.words(column);
                if (table.inputs().containsKey(column) || table.outputs().containsKey(column)) {
                    assertThat(words).as("%s of %s", column, key).isEqualTo(column.equals("category") ? Config.CATEGORIES : Config.QUEUES);
                }
            });
            assertThat(table.decision().getId()).isEqualTo(key);
            assertThat(table.decision().getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
            assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.getDescription()).as(rule.getId()).isNotNull());
        }
    }

    private static Set<String> words(Word... words) {
        return Stream.of(words).map(Word::word).collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
