package org.deskwright.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Step;

/**
 * Refuses thresholds with which the desk would do alone what nobody can take back. It looks at each row by itself and at new
 * deployments only; in doubt, a row is refused.
 */
class RevocableOnly implements Deployer {

    private static final String TABLE = "thresholds";
    private static final String STEP = "step";
    private static final String ACT_AT = "actAt";
    private static final double CERTAIN = 1;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern WORDS = Pattern.compile("\"[^\"\\\\,]*\"(\\s*,\\s*\"[^\"\\\\,]*\")*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream().filter(resource -> resource.getName().endsWith(".dmn")).forEach(RevocableOnly::check);
        }
    }

    private static void check(ResourceEntity resource) {
        for (Decision decision : Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes())).getModelElementsByType(Decision.class)) {
            if (decision.getId().equals(TABLE) && decision.getExpression() instanceof DecisionTable table) {
                checkReading(resource.getName(), decision, table);
                table.getRules().forEach(row -> check(resource.getName(), table, row));
            } else if (decision.getId().equals(TABLE)) {
                throw new NotValidException("%s: the decision \"%s\" has to be a table, so that each row can be checked".formatted(resource.getName(), TABLE));
            }
        }
    }

    /** Another language reads the same words otherwise, and another decision may put another step in place of the one that is asked about. */
    private static void checkReading(String file, Decision decision, DecisionTable table) {
        Stream<String> languages = Stream.of(Stream.of(((Definitions) decision.getParentElement()).getExpressionLanguage()),
                table.getInputs().stream().map(input -> input.getInputExpression().getExpressionLanguage()),
                table.getRules().stream().flatMap(row -> row.getInputEntries().stream()).map(UnaryTests::getExpressionLanguage)).flatMap(given -> given);
        if (languages.anyMatch(language -> language != null && !language.toUpperCase(Locale.ROOT).contains("FEEL"))) {
            throw new NotValidException("%s: the table \"%s\" has to be written in FEEL, so that each row can be checked".formatted(file, TABLE));
        }
        if (decision.getInformationRequirements().stream().anyMatch(required -> required.getRequiredDecision() != null)) {
            throw new NotValidException("%s: the table \"%s\" must not ask other decisions, so that each row can be checked".formatted(file, TABLE));
        }
    }

    private static void check(String file, DecisionTable table, Rule row) {
        Optional<String> from = column(List.copyOf(table.getOutputs()), RevocableOnly::isActAt).map(i -> text(List.copyOf(row.getOutputEntries()).get(i)));
        if (from.filter(RevocableOnly::isNeverReached).isPresent()) {
            return;
        }
        String steps = column(List.copyOf(table.getInputs()), RevocableOnly::isStep).map(i -> text(List.copyOf(row.getInputEntries()).get(i))).orElse("-");
        Stream.of(Step.values()).filter(step -> isAbout(steps, step)).forEach(step -> step.actionTypes().stream()
                .filter(type -> type.inverse().isEmpty()).findFirst().ifPresent(type -> {
                    throw new NotValidException(sentence(file, row, from.orElse("nothing"), step, type));
                }));
    }

    private static String sentence(String file, Rule row, String from, Step step, ActionType type) {
        return "%s: the row %s of the table \"%s\" lets the desk act alone from %s on in the step \"%s\", but \"%s\" cannot be taken back; "
                .formatted(file, row.getId(), TABLE, from, step.word(), type.label())
                + "name other steps in this row, by their words alone, or write 2 under \"Act alone from\", which no confidence reaches";
    }

    /** Only words that are written out, or excluded, say for sure which steps are meant: all else may ask more than the step. */
    private static boolean isAbout(String cell, Step step) {
        Matcher excluded = NOT.matcher(cell);
        String words = excluded.matches() ? excluded.group(1).strip() : cell;
        boolean isNamed = List.of(words.split("\\s*,\\s*")).contains("\"%s\"".formatted(step.word()));
        return !WORDS.matcher(words).matches() || isNamed != excluded.matches();
    }

    private static boolean isNeverReached(String actAt) {
        return NUMBER.matcher(actAt).matches() && Double.parseDouble(actAt) > CERTAIN;
    }

    private static boolean isStep(DmnElement input) {
        return STEP.equals(((Input) input).getInputExpression().getText().getTextContent().strip());
    }

    private static boolean isActAt(DmnElement output) {
        return ACT_AT.equals(((Output) output).getName());
    }

    private static Optional<Integer> column(List<? extends DmnElement> columns, Predicate<DmnElement> wanted) {
        return Stream.iterate(0, i -> i < columns.size(), i -> i + 1).filter(i -> wanted.test(columns.get(i))).findFirst();
    }

    private static String text(DmnElement cell) {
        return cell.getDomElement().getChildElementsByNameNs(cell.getDomElement().getNamespaceURI(), "text").stream()
                .map(text -> text.getTextContent().strip()).findFirst().orElse("");
    }
}
