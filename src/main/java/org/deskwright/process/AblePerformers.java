package org.deskwright.process;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.deskwright.inference.Chain;
import org.deskwright.inference.ModelNames;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.deskwright.inference.Skill;
import org.deskwright.process.WrittenTable.Cell;
import org.deskwright.process.WrittenTable.Row;

/**
 * Refuses a table of performers in which somebody is named for a step that they cannot do, or a model that nobody has described: it
 * would say one thing, and the desk do another. A model that is only off is named well. It looks at new deployments only.
 */
class AblePerformers implements Deployer {

    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");

    private final Supplier<ModelNames> models;

    /** @param models of which the table may name any */
    AblePerformers(Supplier<ModelNames> models) {
        this.models = models;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        WrittenTable.in(deployment, PerformerTable.KEY).forEach(table -> table.rows().forEach(row -> check(table, row)));
    }

    private void check(WrittenTable table, Row row) {
        Chain chain = new Chain(Stream.of("first", "then", "finally").map(column -> performer(table, row, column)).toList(), "none");
        Stream.of(Skill.values()).filter(skill -> row.input("step").map(cell -> cell.mayMean(skill.word())).orElse(true)).forEach(skill ->
                chain.performers().stream().filter(performer -> !skill.performers().contains(performer)).findFirst().ifPresent(performer -> {
                    throw refused(table, row, "names \"%s\" for the step \"%s\", who cannot do it; name %s there, or other steps in this row, by their words alone"
                            .formatted(performer.word(), skill.word(), words(skill.performers().stream())));
                }));
        if (chain.takesTime()) {
            String model = word(row, "model").orElse("");
            if (!models.get().names().contains(model)) {
                throw refused(table, row, "asks the model \"%s\", which config/models.yaml does not describe; describe it there, or write one of these under \"Model\": %s"
                        .formatted(model, String.join(", ", models.get().names())));
            }
        }
    }

    /** An empty cell names nobody, and so a person. */
    private static Performer performer(WrittenTable table, Row row, String column) {
        String text = row.output(column).map(Cell::text).orElse("");
        return text.isEmpty() ? Performer.PERSON : word(row, column).flatMap(word -> Stream.of(Performer.values()).filter(known -> known.word().equals(word)).findFirst())
                .orElseThrow(() -> refused(table, row, "says %s under \"%s\", which is no performer; write one of %s".formatted(text, column, words(Stream.of(Performer.values())))));
    }

    private static Optional<String> word(Row row, String column) {
        return row.output(column).map(cell -> WORD.matcher(cell.text())).filter(Matcher::matches).map(word -> word.group(1));
    }

    private static String words(Stream<Performer> performers) {
        return performers.map(performer -> "\"%s\"".formatted(performer.word())).collect(Collectors.joining(", "));
    }

    private static NotValidException refused(WrittenTable table, Row row, String why) {
        return new NotValidException("%s: the row %s of the table \"%s\" %s".formatted(table.file(), row.id(), table.id(), why));
    }
}
