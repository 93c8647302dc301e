package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class KeyIndexTest {

    @Test
    void everyKeyIsFoundWhereItStandsAndNoOtherIs() {
        long[] keys = LongStream.concat(LongStream.of(Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE), new Random(5).longs(50_000)).sorted().distinct().toArray();
        KeyIndex index = new KeyIndex(keys);
        for (int i = 0; i < keys.length; i++) {
            assertThat(index.position(keys[i])).isEqualTo(i);
        }
        assertThat(index.position(2)).isNegative();
        assertThat(new KeyIndex(new long[0]).position(7)).isNegative();
    }

    @Test
    void keysThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> new KeyIndex(new long[] {1, 1})).isInstanceOf(IllegalArgumentException.class);
    }
}
