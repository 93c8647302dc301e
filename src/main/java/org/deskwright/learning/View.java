package org.deskwright.learning;

import static de.bwaldvogel.liblinear.SolverType.L2R_L2LOSS_SVC_DUAL;
import static de.bwaldvogel.liblinear.SolverType.L2R_LR_DUAL;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way of looking at texts, and what learns from it.
 *
 * @param smallestFrequency rows that must have a feature before it is looked at
 * @param mostFeatures      of more than those the rarer ones are passed over
 */
record View(Kind kind, int smallestFrequency, int mostFeatures, List<Learner> learners) {

    private static final int MOST = 600_000;
    /** From so many rows on, words tell more in themselves than what they mean in five languages; below, they mislead. */
    private static final int MANY = 10_000;
    private static final Map<Kind, View> ALL = Stream.of(
            new View(Kind.WORDS, 1, MOST, List.of(new Learner(L2R_LR_DUAL, 20, false), new Learner(L2R_L2LOSS_SVC_DUAL, 0.5, true))),
            new View(Kind.PAIRS, 2, MOST, List.of(new Learner(L2R_L2LOSS_SVC_DUAL, 0.6, false))),
            new View(Kind.LETTERS, 2, MOST, List.of(new Learner(L2R_L2LOSS_SVC_DUAL, 0.5, false))),
            new View(Kind.MEANING, 2, MOST, List.of(new Learner(L2R_LR_DUAL, 30, false), new Learner(L2R_L2LOSS_SVC_DUAL, 1, false))))
            .collect(Collectors.toMap(View::kind, view -> view, (one, other) -> one, () -> new EnumMap<>(Kind.class)));

    View {
        learners = List.copyOf(learners);
    }

    /** The same for the shipped history as for anybody's own; measured out of fold on both kinds. */
    static List<View> recipe(int rows, boolean hasSubjects, boolean hasGlossary) {
        return ALL.values().stream().filter(view -> view.kind == Kind.MEANING ? hasSubjects || hasGlossary : !hasGlossary || rows >= MANY).toList();
    }

    /** The view of that kind; there is one of each. */
    static View of(Kind kind) {
        return ALL.get(kind);
    }

    String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in a model's provenance. */
    String settings() {
        return learners.stream().map(learner -> "%s, cost %s%s".formatted(learner.solver(), learner.cost(), learner.isContrasting() ? ", contrasting" : ""))
                .collect(Collectors.joining("; ")) + "; in %d rows or more, at most %d".formatted(smallestFrequency, mostFeatures);
    }
}
