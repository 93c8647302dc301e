package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.deskwright.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept expressions answer as if each were read anew, and are read once. */
class CachedFeelTest {

    private final FeelEngine original = new ScalaFeelEngineFactory().createInstance();
    private final FeelEngine cached = new CachedFeel();

    @Test
    void everyCellOfEveryTableIsAnsweredAsBefore() {
        int asked = 0;
        for (String cell : Table.keys().stream().flatMap(key -> Table.of(key).rules().stream()).flatMap(CachedFeelTest::cells).distinct().toList()) {
            for (Object value : values(cell)) {
                assertThat(test(cached, cell, value)).as("%s of %s", cell, value).isEqualTo(test(original, cell, value));
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x + 1", "missing", "missing.part", "x > \"a\"", "x >", "assert(missing, x = 1)", "string length(\"abc\")", "nothing(x)",
            "if x = 1 then \"one\" else null", "[1, 2, x]", "{a: x}.a", "function(y) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}"})
    void anExpressionIsAnsweredAsBeforeAndSoIsAComplaint(String expression) {
        for (Object value : Arrays.asList(1, "one", null)) {
            assertThat(answer(cached, expression, value)).isEqualTo(answer(original, expression, value));
        }
    }

    @Test
    void nothingIsReadTwice() {
        Set<ParsedExpression> read = Collections.newSetFromMap(new IdentityHashMap<>());
        List<ParsedExpression> evaluated = new ArrayList<>();
        FeelEngine watched = new CachedFeel() {
            @Override
            protected org.camunda.feel.FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper mapper) {
                return new Kept(functions, mapper) {
                    @Override
                    public EvaluationResult evaluate(ParsedExpression expression, Context context) {
                        read.add(expression);
                        evaluated.add(expression);
                        return super.evaluate(expression, context);
                    }
                };
            }
        };
        for (int times = 0; times < 3; times++) {
            test(watched, "\"yes\"", "yes");
            test(watched, "> 0.5", 0.7);
            answer(watched, "x", times);
        }
        assertThat(evaluated).hasSize(9);
        assertThat(read).hasSize(3);
    }

    private static Stream<String> cells(Rule rule) {
        return rule.getInputEntries().stream().map(cell -> cell.getText().getTextContent()).filter(text -> !text.isBlank() && !text.equals("-"));
    }

    /** Those that it names, and others. */
    private static List<Object> values(String cell) {
        List<Object> values = new ArrayList<>(Arrays.asList(null, "other", 0, 0.5, 1.0, 3, true));
        Stream.of(cell.split("[^\\w-]+")).filter(word -> !word.isEmpty()).forEach(values::add);
        return values;
    }

    private static Object test(FeelEngine engine, String cell, Object value) {
        try {
            return engine.evaluateSimpleUnaryTests(cell, "x", variables(value));
        } catch (FeelException complaint) {
            return complaint.getMessage();
        }
    }

    private static Object answer(FeelEngine engine, String expression, Object value) {
        try {
            return String.valueOf(engine.<Object>evaluateSimpleExpression(expression, variables(value)));
        } catch (FeelException complaint) {
            return complaint.getMessage();
        }
    }

    private static VariableContext variables(Object value) {
        return Variables.fromMap(Collections.singletonMap("x", value)).asVariableContext();
    }
}
