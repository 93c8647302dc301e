package org.deskwright.audit;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON in the one way of RFC 8785, so that the same content always has the same bytes and the same hash. */
public final class CanonicalJson {

    static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private CanonicalJson() {
    }

    /** @throws IllegalArgumentException if it is nothing that JSON can say */
    public static String of(Object content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is nothing that JSON can say", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON that RFC 8785 can order", e);
        }
    }
}
