package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class NearTwinsTest {

    private static final String LONG = "good morning my laptop does not start any more since the update of last night and i need it for the customer at noon please help";

    @Test
    void textsThatDifferInAWordAreTwinsAndOthersAreNot() {
        NearTwins twins = twins(LONG, "the printer on floor two is out of toner", LONG.replace("noon", "one"), "the printer on floor two has a paper jam");
        assertThat(twins.groups()).containsExactly(0, 1, 0, 3);
        assertThat(twins.hasTwinOf(Text.of("", LONG + " thank you"))).isTrue();
        assertThat(twins.hasTwinOf(Text.of("", "my laptop does not start any more"))).isFalse();
    }

    @Test
    void shortTextsAreTwinsOnlyOfTheSame() {
        assertThat(twins("reset password", "Reset  password!", "reset my password", "").groups()).containsExactly(0, 0, 2, 3);
    }

    @Test
    void twinsOfTwinsAreOneGroup() {
        String[] chain = IntStream.range(0, 12).mapToObj(i -> LONG.replace("noon", "n" + (char) ('a' + i)) + " x".repeat(i)).toArray(String[]::new);
        assertThat(twins(chain).groups()).containsOnly(0);
    }

    private static NearTwins twins(String... texts) {
        List<Text> read = Stream.of(texts).map(text -> Text.of(null, text)).toList();
        return new NearTwins(read);
    }
}
