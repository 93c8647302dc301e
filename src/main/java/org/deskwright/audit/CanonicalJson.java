package org.deskwright.audit;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one way of RFC 8785, so that the same content always has the same bytes and the same hash. */
public final class CanonicalJson {

    static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final ObjectWriter SORTED = JSON.writer(new LowerCaseEscapes());
    /** Beyond it, RFC 8785 writes a whole number as a double has it. */
    private static final long LARGEST_EXACT = 1L << 53;

    private CanonicalJson() {
    }

    /**
     * Only numbers are hard to write as the RFC wants them. Where all are whole, which is so in every entry, its order and
     * its escapes are all there is to it, at a fraction of the time that reading the text again takes.
     *
     * @throws IllegalArgumentException if it is nothing that JSON can say
     */
    public static String of(Object content) {
        JsonNode tree = JSON.valueToTree(content);
        try {
            String sorted = SORTED.writeValueAsString(tree);
            return hasOnlyWholeNumbers(tree) ? sorted : new JsonCanonicalizer(sorted).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is nothing that JSON can say", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON that RFC 8785 can order", e);
        }
    }

    private static boolean hasOnlyWholeNumbers(JsonNode node) {
        if (node.isNumber()) {
            return node.isIntegralNumber() && node.canConvertToLong() && Math.abs(node.asLong()) <= LARGEST_EXACT;
        }
        for (JsonNode part : node) {
            if (!hasOnlyWholeNumbers(part)) {
                return false;
            }
        }
        return true;
    }
}
