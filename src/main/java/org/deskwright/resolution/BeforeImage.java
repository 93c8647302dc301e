package org.deskwright.resolution;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How a target was before an action, as the ledger keeps it: what taking back has to restore. */
final class BeforeImage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BeforeImage() {
    }

    static String write(Map<String, String> image) {
        try {
            return JSON.writeValueAsString(image);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, String> read(String image) {
        try {
            return JSON.readValue(image, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger keeps a before-image that is not JSON", e);
        }
    }
}
