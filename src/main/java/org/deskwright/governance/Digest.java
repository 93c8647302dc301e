package org.deskwright.governance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.erdtman.jcs.JsonCanonicalizer;

/** Canonical JSON (RFC 8785) and its SHA-256: two plans have the same digest only if they would do the same. */
final class Digest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Digest() {
    }

    static String canonical(Map<String, ?> content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON that RFC 8785 can order", e);
        }
    }

    static String of(UUID id, String ticket, ActionType type, String target, Map<String, String> parameters) {
        try {
            byte[] canonical = canonical(Map.of("id", id.toString(), "ticket", ticket, "type", type.word(),
                    "target", target, "parameters", parameters)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
