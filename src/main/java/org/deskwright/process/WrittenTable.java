package org.deskwright.process;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** A table that is being deployed, read as far as its words alone say for sure what they mean. */
record WrittenTable(String file, String id, DecisionTable table) {

    private static final Pattern WORDS = Pattern.compile("\"[^\"\\\\,]*\"(\\s*,\\s*\"[^\"\\\\,]*\")*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");

    /** @param column expression of an input, or name of an output */
    record Cell(String column, String text) {

        boolean isOpen() {
            return text.isEmpty() || text.equals("-");
        }

        /** In doubt it does: only words that are written out, or excluded, say for sure which are meant. */
        boolean mayMean(String word) {
            return !isPlain() || lists(word);
        }

        /** In doubt it does not. */
        boolean surelyMeans(String word) {
            return isOpen() || isPlain() && lists(word);
        }

        private boolean isPlain() {
            return WORDS.matcher(words()).matches();
        }

        private boolean lists(String word) {
            return List.of(words().split("\\s*,\\s*")).contains("\"%s\"".formatted(word)) != NOT.matcher(text).matches();
        }

        private String words() {
            Matcher excluded = NOT.matcher(text);
            return excluded.matches() ? excluded.group(1).strip() : text;
        }
    }

    record Row(String id, List<Cell> inputs, List<Cell> outputs) {

        Optional<Cell> input(String column) {
            return inputs.stream().filter(cell -> cell.column.equals(column)).findFirst();
        }

        Optional<Cell> output(String column) {
            return outputs.stream().filter(cell -> cell.column.equals(column)).findFirst();
        }
    }

    /**
     * The tables of that id in a new deployment; what was deployed before is not read again.
     *
     * @throws NotValidException if one of them might not mean what it says
     */
    static List<WrittenTable> in(DeploymentEntity deployment, String id) {
        if (!deployment.isNew()) {
            return List.of();
        }
        return deployment.getResources().values().stream().filter(resource -> resource.getName().endsWith(".dmn"))
                .flatMap(resource -> read(resource).filter(decision -> decision.getId().equals(id)).map(decision -> of(resource.getName(), decision))).toList();
    }

    /** As the engine finds them. */
    private static Stream<Decision> read(ResourceEntity resource) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(resource.getBytes())).getDefinitions().getChildElementsByType(Decision.class).stream();
    }

    private static WrittenTable of(String file, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            throw new NotValidException("%s: the decision \"%s\" has to be a table, so that each row can be checked".formatted(file, decision.getId()));
        }
        checkReading(file, decision, table);
        return new WrittenTable(file, decision.getId(), table);
    }

    /** Another language or type reads the same words otherwise, and another decision may put other facts in place of those that are asked about. */
    private static void checkReading(String file, Decision decision, DecisionTable table) {
        Stream<String> languages = Stream.of(Stream.of(((Definitions) decision.getParentElement()).getExpressionLanguage()),
                table.getInputs().stream().map(input -> input.getInputExpression().getExpressionLanguage()),
                table.getRules().stream().flatMap(row -> row.getInputEntries().stream()).map(UnaryTests::getExpressionLanguage)).flatMap(given -> given);
        if (languages.anyMatch(language -> language != null && !language.toUpperCase(Locale.ROOT).contains("FEEL"))) {
            throw new NotValidException("%s: the table \"%s\" has to be written in FEEL, so that each row can be checked".formatted(file, decision.getId()));
        }
        if (table.getInputs().stream().map(Input::getInputExpression).map(InputExpression::getTypeRef).anyMatch(type -> type != null && !type.equals("string"))) {
            throw new NotValidException("%s: the inputs of the table \"%s\" have to be of the type string, so that each row can be checked".formatted(file, decision.getId()));
        }
        if (decision.getInformationRequirements().stream().anyMatch(required -> required.getRequiredDecision() != null)) {
            throw new NotValidException("%s: the table \"%s\" must not ask other decisions, so that each row can be checked".formatted(file, decision.getId()));
        }
    }

    List<Row> rows() {
        List<String> inputs = table.getInputs().stream().map(input -> input.getInputExpression().getText().getTextContent().strip()).toList();
        List<String> outputs = table.getOutputs().stream().map(Output::getName).toList();
        return table.getRules().stream().map(row -> new Row(row.getId(), cells(inputs, row.getInputEntries()), cells(outputs, row.getOutputEntries()))).toList();
    }

    private static List<Cell> cells(List<String> columns, Collection<? extends DmnElement> entries) {
        List<String> texts = entries.stream().map(WrittenTable::text).toList();
        return IntStream.range(0, columns.size()).mapToObj(i -> new Cell(columns.get(i), texts.get(i))).toList();
    }

    private static String text(DmnElement cell) {
        return cell.getDomElement().getChildElementsByNameNs(cell.getDomElement().getNamespaceURI(), "text").stream()
                .map(text -> text.getTextContent().strip()).findFirst().orElse("");
    }
}
