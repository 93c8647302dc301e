package org.deskwright.inference;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a language model can be asked to do. Its word is the step in {@code decisions/performer.dmn}, and names the files in {@code config/prompts}. */
public enum Skill {

    CLASSIFY(200),
    EXTRACT_SLOTS(800),
    JUDGE_SENTIMENT(100),
    SUMMARISE_HANDOFF(900),
    DRAFT_ANSWER(1_200);

    private final int tokens;

    Skill(int tokens) {
        this.tokens = tokens;
    }

    /** Who can do it; the table may name nobody else. */
    public Set<Performer> performers() {
        return switch (this) {
            case CLASSIFY -> EnumSet.of(Performer.MODEL, Performer.TRAINED, Performer.PERSON);
            case EXTRACT_SLOTS, JUDGE_SENTIMENT, SUMMARISE_HANDOFF -> EnumSet.of(Performer.MODEL, Performer.RULES, Performer.PERSON);
            case DRAFT_ANSWER -> EnumSet.of(Performer.MODEL, Performer.PERSON);
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The longest answer there is to pay for. */
    int tokens() {
        return tokens;
    }
}
