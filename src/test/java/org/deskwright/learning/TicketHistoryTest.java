package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketHistoryTest {

    private static final List<PastTicket> SHIPPED = SampleHistory.SHIPPED.tickets();

    @TempDir
    private Path application;

    @Test
    void theShippedHistoryCoversEveryCategoryInFiveLanguages() {
        assertThat(SHIPPED).hasSizeGreaterThanOrEqualTo(1_500);
        Map<String, Set<String>> languages = SHIPPED.stream().collect(Collectors.groupingBy(PastTicket::category,
                Collectors.mapping(PastTicket::language, Collectors.toSet())));
        assertThat(languages).containsOnlyKeys(SampleHistory.CATEGORIES);
        assertThat(languages.values()).allSatisfy(of -> assertThat(of).containsExactlyInAnyOrder("en", "de", "fr", "es", "pt"));
        assertThat(SHIPPED.stream().collect(Collectors.groupingBy(PastTicket::category, Collectors.counting())).values())
                .allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(120));
    }

    @Test
    void noTemplateIsBehindMoreThanThreeShippedTicketsNorInTwoCategories() {
        Map<String, List<PastTicket>> templates = SHIPPED.stream().collect(Collectors.groupingBy(PastTicket::template));
        assertThat(templates.values()).allSatisfy(rows -> assertThat(rows).hasSizeLessThanOrEqualTo(3)
                .extracting(PastTicket::category).containsOnly(rows.get(0).category()));
    }

    @Test
    void atMostATenthOfTheShippedTicketsHasANearDuplicate() {
        List<Set<String>> shingles = SHIPPED.stream().map(TicketHistoryTest::shingles).toList();
        Map<String, Set<Integer>> where = new HashMap<>();
        for (int i = 0; i < shingles.size(); i++) {
            for (String shingle : shingles.get(i)) {
                where.computeIfAbsent(shingle, key -> new HashSet<>()).add(i);
            }
        }
        long duplicates = 0;
        for (int i = 0; i < shingles.size(); i++) {
            int current = i;
            Set<Integer> candidates = shingles.get(i).stream().flatMap(shingle -> where.get(shingle).stream())
                    .filter(other -> other != current).collect(Collectors.toSet());
            duplicates += candidates.stream().anyMatch(other -> jaccard(shingles.get(current), shingles.get(other)) > 0.6) ? 1 : 0;
        }
        assertThat(duplicates / (double) SHIPPED.size()).isLessThanOrEqualTo(0.1);
    }

    @Test
    void aBadLineIsNamedByFileAndLine() throws IOException {
        String good = "{\"template\":\"a-1\",\"language\":\"en\",\"subject\":\"s\",\"body\":\"b\"}";
        for (String bad : List.of("{", "[]", "{\"template\":\"a-2\",\"language\":\"en\",\"subject\":\"s\"}", good + good,
                "{\"template\":\"a-2\",\"language\":\"\",\"subject\":\"s\",\"body\":\"b\"}",
                "{\"template\":\"a-2\",\"language\":\"en\",\"subject\":\" \",\"body\":\"\"}")) {
            write("email", good, "", bad);
            assertThatThrownBy(() -> TicketHistory.read(application, List.of("email"))).as(bad)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("config/history/email.jsonl, line 3");
        }
    }

    @Test
    void aFolderBesideTheApplicationReplacesTheShippedHistoryAsAWhole() throws IOException {
        write("email", "{\"template\":\"a-1\",\"language\":\"en\",\"subject\":\"s\",\"body\":\"b\"}");
        assertThat(TicketHistory.read(application, SampleHistory.CATEGORIES).tickets())
                .containsExactly(new PastTicket("a-1", "en", "email", "s", "b"));
    }

    @Test
    void withoutAFolderBesideTheApplicationTheOneInTheJarIsRead() {
        assertThat(TicketHistory.read(application, SampleHistory.CATEGORIES)).isEqualTo(SampleHistory.SHIPPED);
    }

    @Test
    void theHashDependsOnEveryFieldButNotOnTheOrderOfTheCategories() {
        List<String> reversed = SampleHistory.CATEGORIES.stream().sorted((a, b) -> b.compareTo(a)).toList();
        assertThat(TicketHistory.read(Path.of(""), reversed).hash()).isEqualTo(SampleHistory.SHIPPED.hash()).hasSize(64);
        PastTicket ticket = new PastTicket("t", "en", "email", "subject", "body");
        assertThat(List.of(ticket, new PastTicket("u", "en", "email", "subject", "body"), new PastTicket("t", "de", "email", "subject", "body"),
                new PastTicket("t", "en", "other", "subject", "body"), new PastTicket("t", "en", "email", "subjectb", "ody")))
                .extracting(each -> TicketHistory.of(List.of(each)).hash()).doesNotHaveDuplicates();
    }

    private void write(String category, String... lines) throws IOException {
        Path folder = Files.createDirectories(application.resolve("config/history"));
        Files.write(folder.resolve(category + ".jsonl"), List.of(lines));
    }

    /** 5-grams of words; a shorter text is one shingle. */
    private static Set<String> shingles(PastTicket ticket) {
        String[] words = (ticket.subject() + " " + ticket.body()).toLowerCase().split("[^\\p{L}\\p{N}]+");
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i == 0 || i + 5 <= words.length; i++) {
            shingles.add(String.join(" ", Arrays.copyOfRange(words, i, Math.min(i + 5, words.length))));
        }
        return shingles;
    }

    private static double jaccard(Set<String> one, Set<String> other) {
        double common = one.stream().filter(other::contains).count();
        return common / (one.size() + other.size() - common);
    }
}
