package org.deskwright.process;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.deskwright.governance.AlwaysReviewed;
import org.deskwright.governance.Fact;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Step;
import org.deskwright.process.WrittenTable.Row;

/**
 * Refuses a table of what is never done without a person that leaves out what a person always decides on. For each such value
 * it wants a row that holds whatever else is the case; the gate sends the rest to people as well, but with no word why.
 */
class ReviewDemanded implements Deployer {

    @Override
    public void deploy(DeploymentEntity deployment) {
        WrittenTable.in(deployment, Gate.MANDATORY_REVIEW).forEach(ReviewDemanded::check);
    }

    private static void check(WrittenTable table) {
        if (table.table().getHitPolicy() != HitPolicy.COLLECT || table.table().getAggregation() != null) {
            throw new NotValidException("%s: the table \"%s\" has to collect every row that applies (COLLECT, without aggregation)".formatted(table.file(), table.id()));
        }
        List<Row> rows = table.rows();
        AlwaysReviewed.steps().forEach(step -> {
            for (Fact fact : Fact.values()) {
                Stream.concat(fact.allowed().stream(), Stream.of(Fact.UNKNOWN)).filter(value -> AlwaysReviewed.demands(step, fact, value))
                        .filter(value -> rows.stream().noneMatch(row -> asks(row, step, fact, value))).findFirst().ifPresent(value -> {
                            throw new NotValidException(sentence(table, step, fact, value));
                        });
            }
        });
    }

    private static boolean asks(Row row, Step step, Fact fact, String value) {
        return row.inputs().stream().allMatch(cell -> cell.column().equals("step") ? cell.surelyMeans(step.word())
                : cell.column().equals(fact.input()) ? cell.surelyMeans(value) : cell.isOpen());
    }

    private static String sentence(WrittenTable table, Step step, Fact fact, String value) {
        return "%s: the table \"%s\" asks nobody when %s is \"%s\" in the step \"%s\", but there a person always decides; "
                .formatted(table.file(), table.id(), fact.input(), value, step.word())
                + "add a row with this word in the column \"%s\" and \"-\" in all others but the step".formatted(fact.input());
    }
}
