package org.deskwright.process;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What somebody sends as they complete a task. The engine writes it into the process, where anything else may stand under the
 * same names: left there before, or given to the task by its diagram. That nobody has said.
 */
final class Sent {

    private static final ThreadLocal<Map<String, Object>> NOW = ThreadLocal.withInitial(Map::of);

    private Sent() {
    }

    static <T> T with(Map<String, Object> answers, Supplier<T> completion) {
        NOW.set(answers);
        try {
            return completion.get();
        } finally {
            NOW.remove();
        }
    }

    /** {@code null} if it was not sent. */
    static <T> T of(Variable<T> answer) {
        return answer.type().cast(NOW.get().get(answer.name()));
    }
}
