package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What an {@link Intruder} writes over what stood there. */
record Scrawl(Random random) {

    String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    byte[] otherHash() {
        return Hash.sha256(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
    }

    /** One character is another one, or it is no entry at all but looks like the one that lets others go. */
    String otherText(String text) {
        if (random.nextInt(4) == 0) {
            return "PRUNED " + text;
        }
        int place = random.nextInt(text.length());
        return text.substring(0, place) + (text.charAt(place) == 'x' ? 'y' : 'x') + text.substring(place + 1);
    }
}
