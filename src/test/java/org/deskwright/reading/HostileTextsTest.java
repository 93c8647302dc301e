package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading never throws and never takes long; the time is that of the thread itself, whatever else the machine does. */
class HostileTextsTest {

    private static final long A_SECOND = 1_000_000_000;

    static Stream<String> names() {
        Readers.read("So that everything is loaded before the first is timed: qualcuno può aiutarmi?");
        return HostileTexts.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMegabyteOfAnythingIsReadWithinASecond(String name) {
        String text = HostileTexts.all().get(name);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading reading = Readers.SHIPPED.read(text, text, Readers.ADAS);
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before).isLessThan(A_SECOND);
        assertThat(reading.text().own().length()).isLessThanOrEqualTo(Characters.MOST);
    }

    @Test
    void anyMixtureIsRead() {
        IntStream.range(0, 2_000).forEach(seed -> {
            String body = HostileTexts.mixture(seed, 40);
            Reading reading = Readers.SHIPPED.read(HostileTexts.mixture(-seed, 3), body, Readers.ADAS);
            assertThat(reading).as("seed " + seed).isEqualTo(Readers.SHIPPED.read(HostileTexts.mixture(-seed, 3), body, Readers.ADAS));
            assertThat(Characters.plain(reading.text().own(), new EnumMap<>(Removed.class))).as("seed " + seed).hasSameSizeAs(reading.text().own());
        });
    }

    @Test
    void nothingIsReadAsNothing() {
        Reading reading = Readers.SHIPPED.read(null, (String) null, Context.NONE);
        assertThat(reading.text().asked()).isEmpty();
        assertThat(reading.mood()).isEqualTo(new Mood(Sentiment.NEUTRAL, false, Urgency.MEDIUM, List.of()));
        assertThat(reading.language()).isEqualTo(Languages.UNKNOWN);
    }

    @Test
    void manyAreReadAtATime() throws Exception {
        List<String> texts = IntStream.range(0, 200).mapToObj(seed -> "Ich brauche bitte bis morgen Hilfe, Anna! " + HostileTexts.mixture(seed, 20)).toList();
        List<Reading> oneByOne = texts.stream().map(Readers::read).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Reading>> together = texts.stream().map(text -> threads.submit(() -> Readers.read(text))).toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(oneByOne.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
