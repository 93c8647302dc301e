package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** RFC 8785: the same plan has the same digest, another plan another. */
class DigestTest {

    private static final UUID ID = UUID.fromString("6e0a4b53-0ea2-4a9c-9d8e-0d6f3ecf4d11");
    private static final Map<String, String> PARAMETERS = Map.of("group", "wiki-editors", "entitlement", "wiki-editors");

    @Test
    void itIsTheSha256OfTheCanonicalJson() {
        assertThat(org.deskwright.audit.CanonicalJson.of(new LinkedHashMap<>(Map.of("b", 1, "a", "ä\"\n", "c", Map.of()))))
                .isEqualTo("{\"a\":\"ä\\\"\\n\",\"b\":1,\"c\":{}}");
        assertThat(digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", PARAMETERS)).matches("[0-9a-f]{64}");
    }

    @Test
    void theOrderOfParametersDoesNotMatter() {
        Map<String, String> forwards = new LinkedHashMap<>();
        forwards.put("a", "1");
        forwards.put("b", "2");
        Map<String, String> backwards = new LinkedHashMap<>();
        backwards.put("b", "2");
        backwards.put("a", "1");
        assertThat(digest("DW-1", ActionType.ADD_TO_GROUP, "x", forwards)).isEqualTo(digest("DW-1", ActionType.ADD_TO_GROUP, "x", backwards));
    }

    @Test
    void everyFieldMatters() {
        List<String> digests = List.of(
                digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", PARAMETERS),
                Digest.of(UUID.randomUUID(), "DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", PARAMETERS),
                digest("DW-2", ActionType.ADD_TO_GROUP, "ben.okafor", PARAMETERS),
                digest("DW-1", ActionType.SEND_RESET_LINK, "ben.okafor", PARAMETERS),
                digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafo", PARAMETERS),
                digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", Map.of()),
                digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", Map.of("group", "domain-admins", "entitlement", "wiki-editors")),
                digest("DW-1", ActionType.ADD_TO_GROUP, "ben.okafor", Map.of("Group", "wiki-editors", "entitlement", "wiki-editors")));
        assertThat(digests).doesNotHaveDuplicates();
    }

    /** Values that contain the syntax around them do not run into their neighbours. */
    @Test
    void fieldsDoNotFlowIntoEachOther() {
        assertThat(digest("DW-1", ActionType.ADD_TO_GROUP, "a\",\"ticket\":\"DW-1", Map.of()))
                .isNotEqualTo(digest("DW-1\",\"target\":\"a", ActionType.ADD_TO_GROUP, "a", Map.of()));
        assertThat(digest("DW-1", ActionType.ADD_TO_GROUP, "x", Map.of("a", "1\",\"b\":\"2")))
                .isNotEqualTo(digest("DW-1", ActionType.ADD_TO_GROUP, "x", Map.of("a", "1", "b", "2")));
    }

    private static String digest(String ticket, ActionType type, String target, Map<String, String> parameters) {
        return Digest.of(ID, ticket, type, target, parameters);
    }
}
