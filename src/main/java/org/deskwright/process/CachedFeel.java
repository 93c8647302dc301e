package org.deskwright.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import camundajar.impl.scala.collection.immutable.$colon$colon;
import camundajar.impl.scala.collection.immutable.Nil$;
import camundajar.impl.scala.util.Either;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine's own FEEL, which would parse every cell of a table and build all of FEEL's functions anew each time the cell is
 * asked. Both are kept here; there are as many expressions as deployed tables have cells.
 */
public class CachedFeel extends ScalaFeelEngine {

    public CachedFeel() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper mapper) {
        return new Kept(functions, mapper);
    }

    static class Kept extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();
        private final FunctionProvider functions;
        private final FeelInterpreter interpreter;

        Kept(FunctionProvider own, ValueMapper mapper) {
            super(own, mapper, new Configuration(false), FeelEngine.defaultClock());
            FunctionProvider builtin = new BuiltinFunctions(clock(), mapper);
            this.functions = new FunctionProvider.CompositeFunctionProvider(new $colon$colon<>(builtin, new $colon$colon<>(own, empty())));
            this.interpreter = new FeelInterpreter(mapper);
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.computeIfAbsent(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return tests.computeIfAbsent(text, super::parseUnaryTests);
        }

        /** Whatever is not answered without any complaint is left to the original, which says what was wrong. */
        @Override
        public EvaluationResult evaluate(ParsedExpression expression, Context context) {
            EvalContext known = EvalContext.create(valueMapper(), functions).merge(context);
            Val value = interpreter.eval(expression.expression(), known);
            boolean isAnswered = !(value instanceof ValError) && !(value instanceof ValFatalError) && known.failureCollector().failures().isEmpty();
            return isAnswered ? new SuccessfulEvaluationResult(valueMapper().unpackVal(value), empty()) : super.evaluate(expression, context);
        }

        @SuppressWarnings("unchecked")
        private static <T> camundajar.impl.scala.collection.immutable.List<T> empty() {
            return (camundajar.impl.scala.collection.immutable.List<T>) (Object) Nil$.MODULE$;
        }
    }
}
