package org.deskwright.process;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Lets people give the answers that forms ask for when they complete a task, and nothing else: the engine would let them
 * write every variable. Each decision is given anew, so that none left over from an earlier task counts again.
 */
final class OnlyAnswers {

    /** Answers that belong to one decision alone; with another they would stand in the process unasked. */
    private static final Map<String, String> BELONGS_TO = Map.of(Variables.NEW_CATEGORY.name(), "correct",
            Variables.NEW_QUEUE.name(), "transfer");

    private OnlyAnswers() {
    }

    static TaskService tasks() {
        return new TaskServiceImpl() {
            @Override
            public void claim(String task, String person) {
                OpenTasks.at(task, commandExecutor, () -> super.claim(task, person));
            }

            @Override
            public void complete(String task, Map<String, Object> given) {
                decide(task, commandExecutor, given, answers -> super.complete(task, answers));
            }

            @Override
            public VariableMap completeWithVariablesInReturn(String task, Map<String, Object> given, boolean deserialize) {
                return deciding(task, commandExecutor, given, answers -> super.completeWithVariablesInReturn(task, answers, deserialize));
            }

            @Override
            public void resolveTask(String task, Map<String, Object> given) {
                try {
                    super.resolveTask(task, answered(given));
                } catch (FormFieldValidationException refused) { // only here the REST interface takes it for a fault of its own
                    throw new BadUserRequestException(refused.getMessage(), refused);
                }
            }
        };
    }

    static FormService forms() {
        return new FormServiceImpl() {
            @Override
            public void submitTaskForm(String task, Map<String, Object> given) {
                decide(task, commandExecutor, given, answers -> super.submitTaskForm(task, answers));
            }

            @Override
            public VariableMap submitTaskFormWithVariablesInReturn(String task, Map<String, Object> given, boolean deserialize) {
                return deciding(task, commandExecutor, given, answers -> super.submitTaskFormWithVariablesInReturn(task, answers, deserialize));
            }
        };
    }

    private static void decide(String task, CommandExecutor engine, Map<String, Object> given, Consumer<Map<String, Object>> completion) {
        deciding(task, engine, given, answers -> {
            completion.accept(answers);
            return null;
        });
    }

    private static <T> T deciding(String task, CommandExecutor engine, Map<String, Object> given, Function<Map<String, Object>, T> completion) {
        return OpenTasks.at(task, engine, () -> {
            Map<String, Object> answers = decided(given);
            return Sent.with(answers, () -> completion.apply(answers));
        });
    }

    private static Map<String, Object> decided(Map<String, Object> given) {
        VariableMap answers = answered(given);
        if (answers.get(Variables.OUTCOME.name()) == null) {
            throw refused("Please choose a decision: \"%s\" is missing", Variables.OUTCOME.name());
        }
        return answers;
    }

    private static VariableMap answered(Map<String, Object> given) {
        VariableMap answers = org.camunda.bpm.engine.variable.Variables.fromMap(given == null ? Map.of() : given);
        answers.keySet().forEach(name -> check(name, answers.getValueTyped(name)));
        if (answers.get(Variables.TEXT.name()) instanceof String text) {
            // heard by whoever stores the decision, and nowhere stored by the engine, not even in its history
            answers.putValueTyped(Variables.TEXT.name(), org.camunda.bpm.engine.variable.Variables.stringValue(text, true));
        }
        BELONGS_TO.forEach((name, outcome) -> {
            if (answers.get(name) != null && !outcome.equals(answers.get(Variables.OUTCOME.name()))) {
                throw refused("\"%s\" is asked for with the decision \"%s\" alone", name, outcome);
            }
        });
        return answers;
    }

    private static void check(String name, TypedValue value) {
        Variable<?> answer = Variables.ANSWERS.stream().filter(variable -> variable.name().equals(name)).findFirst()
                .orElseThrow(() -> refused("\"%s\" cannot be answered in a task, only %s", name,
                        Variables.ANSWERS.stream().map(Variable::name).collect(Collectors.joining(", "))));
        boolean right = !(value instanceof SerializableValue) && (value.getValue() == null || answer.type().isInstance(value.getValue()));
        if (!right) {
            throw refused("\"%s\" must be of the type %s", name, answer.type().getSimpleName());
        }
    }

    private static FormFieldValidationException refused(String sentence, Object... words) {
        return new FormFieldValidationException(null, sentence.formatted(words));
    }
}
