package org.deskwright.process.proof;

import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** A sequence flow's question, read as the engine reads it; whatever is no plain comparison may be true or false. */
record Condition(Node question) {

    private static final Value NONE = new Value("0", true);
    private static final Builder EXPRESSIONS = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** A value that is compared: {@code text} is {@code null} for null. */
    private record Value(String text, boolean number) {

        /** A number beside a text is first made of it ("00" is 0): nothing is certain there. */
        Truth same(Value other) {
            if (text != null && other.text != null && number != other.number) {
                return Truth.MAYBE;
            }
            boolean isVague = State.SOME.equals(text) || State.SOME.equals(other.text);
            return isVague && !equals(NONE) && !other.equals(NONE) ? Truth.MAYBE : Truth.of(equals(other));
        }
    }

    /** @param language of the condition, {@code null} for expressions */
    static Condition of(String text, String language) {
        try {
            return new Condition(language == null ? EXPRESSIONS.build(text).getRoot() : null);
        } catch (ELException unreadable) {
            return new Condition(null);
        }
    }

    Truth in(State state) {
        return truth(question, state.known());
    }

    private static Truth truth(Node node, Map<String, String> known) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return truth(node.getChild(0), known);
        }
        if (node instanceof AstBoolean literal) {
            return Truth.of((Boolean) literal.eval(null, null));
        }
        if (node instanceof AstUnary unary) {
            return unary(unary, known);
        }
        if (node instanceof AstBinary binary) {
            return binary(binary, known);
        }
        if (node instanceof AstChoice choice) {
            Truth asked = truth(choice.getChild(0), known);
            return asked.and(truth(choice.getChild(1), known)).or(asked.not().and(truth(choice.getChild(2), known)));
        }
        return Truth.MAYBE;
    }

    private static Truth unary(AstUnary unary, Map<String, String> known) {
        if (unary.getOperator() == AstUnary.NOT) {
            return truth(unary.getChild(0), known).not();
        }
        boolean asksForNothing = unary.getOperator() == AstUnary.EMPTY;
        return asksForNothing ? value(unary.getChild(0), known).map(value -> Truth.of(value.text() == null || value.text().isEmpty()))
                .orElse(Truth.MAYBE) : Truth.MAYBE;
    }

    private static Truth binary(AstBinary binary, Map<String, String> known) {
        Node left = binary.getChild(0);
        Node right = binary.getChild(1);
        if (binary.getOperator() == AstBinary.AND) {
            return truth(left, known).and(truth(right, known));
        }
        if (binary.getOperator() == AstBinary.OR) {
            return truth(left, known).or(truth(right, known));
        }
        if (binary.getOperator() == AstBinary.EQ) {
            return same(left, right, known);
        }
        return binary.getOperator() == AstBinary.NE ? same(left, right, known).not() : Truth.MAYBE;
    }

    private static Truth same(Node left, Node right, Map<String, String> known) {
        Optional<Value> one = value(left, known);
        Optional<Value> other = value(right, known);
        return one.isPresent() && other.isPresent() ? one.get().same(other.get()) : Truth.MAYBE;
    }

    private static Optional<Value> value(Node node, Map<String, String> known) {
        if (node instanceof AstNested) {
            return value(node.getChild(0), known);
        }
        if (node instanceof AstString literal) {
            return Optional.of(new Value((String) literal.eval(null, null), false));
        }
        if (node instanceof AstNumber literal && literal.eval(null, null) instanceof Long number) {
            return Optional.of(new Value(number.toString(), true));
        }
        if (node instanceof AstNull) {
            return Optional.of(new Value(null, false));
        }
        return node instanceof AstIdentifier name && known.containsKey(name.getName())
                ? Optional.of(new Value(known.get(name.getName()), name.getName().equals(State.APPROVALS_MISSING))) : Optional.empty();
    }
}
