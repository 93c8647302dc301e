package org.deskwright.process;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Step;
import org.deskwright.process.WrittenTable.Cell;
import org.deskwright.process.WrittenTable.Row;

/**
 * Refuses thresholds with which the desk would do alone what nobody can take back. It looks at each row by itself and at new
 * deployments only; in doubt, a row is refused.
 */
class RevocableOnly implements Deployer {

    private static final double CERTAIN = 1;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    @Override
    public void deploy(DeploymentEntity deployment) {
        WrittenTable.in(deployment, Gate.THRESHOLDS).forEach(table -> table.rows().forEach(row -> check(table, row)));
    }

    private static void check(WrittenTable table, Row row) {
        String from = row.output("actAt").map(Cell::text).orElse("nothing");
        if (isNeverReached(from)) {
            return;
        }
        Stream.of(Step.values()).filter(step -> row.input("step").map(cell -> cell.mayMean(step.word())).orElse(true)).forEach(step -> step.actionTypes().stream()
                .filter(type -> type.inverse().isEmpty()).findFirst().ifPresent(type -> {
                    throw new NotValidException(sentence(table, row, from, step, type));
                }));
    }

    private static String sentence(WrittenTable table, Row row, String from, Step step, ActionType type) {
        return "%s: the row %s of the table \"%s\" lets the desk act alone from %s on in the step \"%s\", but \"%s\" cannot be taken back; "
                .formatted(table.file(), row.id(), table.id(), from, step.word(), type.label())
                + "name other steps in this row, by their words alone, or write 2 under \"Act alone from\", which no confidence reaches";
    }

    private static boolean isNeverReached(String actAt) {
        return NUMBER.matcher(actAt).matches() && Double.parseDouble(actAt) > CERTAIN;
    }
}
