package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No thresholds with which the desk would do alone what nobody can take back. */
class RevocableOnlyTest {

    private static final Path FILE = Path.of("decisions", "thresholds.dmn");

    @Test
    void theTableAsItStandsIsGood() {
        assertThatCode(() -> deploy("\"grant-access\"", "0.85", true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"revoke-action\"', 0.90", "'\"revoke-action\"', 1", "'\"revoke-action\"', 1.0", "'\"revoke-action\"', 0",
        "'\"grant-access\",\"revoke-action\"', 0.85", "-, 0.85", "'', 0.85", "'not(\"classify\")', 0.85", "'\"revoke-action\"', 1 + 1",
        "'\"revoke-action\"', ''", "'\"revoke-action\"', -1", "'\"unclosed', 0.85", "'starts with(?, \"re\")', 0.85", "'\"revoke-action\"', NaN"})
    void aRowThatLetsTheDeskDoAloneWhatNobodyCanTakeBackIsRefused(String step, String actAt) {
        assertThatThrownBy(() -> deploy(step, actAt, true)).isInstanceOf(NotValidException.class)
                .hasMessageContaining("decisions/thresholds.dmn").hasMessageContaining("rule_grantAccess")
                .hasMessageContaining("\"revoke-action\"").hasMessageContaining("cannot be taken back");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"revoke-action\"', 2", "-, 1.01", "'not(\"revoke-action\")', 0.85", "'\"reset-password\",\"grant-access\"', 0"})
    void whatCanBeTakenBackOrIsNeverReachedIsNot(String step, String actAt) {
        assertThatCode(() -> deploy(step, actAt, true)).doesNotThrowAnyException();
    }

    /** What was deployed before is not refused when it is read again: a desk must be able to start. */
    @Test
    void onlyNewDeploymentsAreChecked() {
        assertThatCode(() -> deploy("\"revoke-action\"", "0.90", false)).doesNotThrowAnyException();
    }

    private static void deploy(String step, String actAt, boolean isNew) throws IOException {
        String table = Files.readString(FILE).replaceFirst("(<inputEntry id=\"rule_grantAccess_step\">\\s*<text>)[^<]*", "$1" + step)
                .replaceFirst("(<outputEntry id=\"rule_grantAccess_actAt\">\\s*<text>)[^<]*", "$1" + actAt);
        ResourceEntity resource = new ResourceEntity();
        resource.setName("decisions/thresholds.dmn");
        resource.setBytes(table.getBytes());
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        deployment.addResource(resource);
        new RevocableOnly().deploy(deployment);
    }
}
