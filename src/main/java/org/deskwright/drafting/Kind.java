package org.deskwright.drafting;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deskwright.inference.Skill;

/** What a model writes. */
public enum Kind {

    /** What is wanted and what was done so far, for whoever takes over. */
    SUMMARY(Skill.SUMMARISE_HANDOFF) {
        @Override
        String text(ObjectNode answer) {
            List<String> lines = new ArrayList<>(List.of(answer.path("summary").asText()));
            answer.path("open").forEach(open -> lines.add("Open: " + open.asText()));
            return String.join("\n", lines);
        }
    },
    /** What the requester might be told, for a person to change and send. */
    DRAFT(Skill.DRAFT_ANSWER) {
        @Override
        String text(ObjectNode answer) {
            return answer.path("answer").asText();
        }
    };

    private final Skill skill;

    Kind(Skill skill) {
        this.skill = skill;
    }

    Skill skill() {
        return skill;
    }

    abstract String text(ObjectNode answer);
}
