package org.deskwright.governance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.deskwright.audit.CanonicalJson;
import org.deskwright.audit.Hash;

/** SHA-256 of the canonical JSON (RFC 8785) of a plan: two plans have the same digest only if they would do the same. */
final class Digest {

    private Digest() {
    }

    static String of(UUID id, String ticket, ActionType type, String target, Map<String, String> parameters) {
        return Hash.hexOf(CanonicalJson.of(Map.of("id", id.toString(), "ticket", ticket, "type", type.word(),
                "target", target, "parameters", parameters)).getBytes(StandardCharsets.UTF_8));
    }
}
