package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FoldsTest {

    private final List<PastTicket> tickets = SampleHistory.SHIPPED.tickets();
    private final Folds folds = Folds.of(tickets);

    @Test
    void noTemplateIsBothLearnedFromAndTestedOn() {
        assertThat(IntStream.range(0, tickets.size()).boxed().collect(Collectors.groupingBy(i -> tickets.get(i).template(),
                Collectors.mapping(folds::of, Collectors.toSet()))).values()).extracting(Set::size).containsOnly(1);
    }

    @Test
    void everyCategoryIsSpreadEvenly() {
        assertThat(folds.used()).containsExactly(0, 1, 2, 3, 4);
        for (String category : SampleHistory.CATEGORIES) {
            List<Long> counts = folds.used().stream().map(fold -> IntStream.of(folds.within(fold))
                    .filter(row -> tickets.get(row).category().equals(category)).count()).toList();
            assertThat(Collections.max(counts) - Collections.min(counts)).as(category).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        List<PastTicket> shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, new Random(3));
        Folds other = Folds.of(shuffled);
        assertThat(IntStream.range(0, shuffled.size()).allMatch(i -> other.of(i) == folds.of(tickets.indexOf(shuffled.get(i))))).isTrue();
    }

    @Test
    void twoTemplatesMakeTwoFolds() {
        assertThat(Folds.of(List.of(new PastTicket("a", "", "x", "", ""), new PastTicket("b", "", "y", "", ""))).used()).hasSize(2);
    }

    /** Else each row of it would be judged by a model that has never seen its category. */
    @Test
    void theRowsOfAnOnlyTemplateAreSpread() {
        List<PastTicket> rows = new ArrayList<>(List.of(new PastTicket("a", "", "x", "", "one"), new PastTicket("b", "", "x", "", "two")));
        IntStream.range(0, 10).forEach(i -> rows.add(new PastTicket("c", "", "y", "", "again " + i)));
        Folds spread = Folds.of(rows);
        assertThat(IntStream.range(2, 12).map(spread::of).distinct()).hasSize(Folds.MOST);
    }
}
