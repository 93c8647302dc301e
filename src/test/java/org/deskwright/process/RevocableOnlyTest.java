package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;

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
        "'\"revoke-action\"', ''", "'\"revoke-action\"', -1", "'\"unclosed', 0.85", "'starts with(?, \"re\")', 0.85", "'? = \"revoke-action\" and category != null', 0.1",
        "'not(\"reset-password\", \"grant-access\")', 0.85", "'\"\\u0072evoke-action\"', 0.85", "'\"revoke-action\"', Infinity", "'\"revoke-action\"', 2d", "'\"revoke-action\"', NaN"})
    void aRowThatLetsTheDeskDoAloneWhatNobodyCanTakeBackIsRefused(String step, String actAt) {
        assertThatThrownBy(() -> deploy(step, actAt, true)).isInstanceOf(NotValidException.class)
                .hasMessageContaining("decisions/thresholds.dmn").hasMessageContaining("rule_grantAccess")
                .hasMessageContaining("\"revoke-action\"").hasMessageContaining("cannot be taken back");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"revoke-action\"', 2", "-, 1.01", "'not(\"revoke-action\")', 0.85", "'\"reset-password\",\"grant-access\"', 0", "'not( \"classify\" , \"revoke-action\" )', 0.85"})
    void whatCanBeTakenBackOrIsNeverReachedIsNot(String step, String actAt) {
        assertThatCode(() -> deploy(step, actAt, true)).doesNotThrowAnyException();
    }

    /** In JUEL the column asks the word "step" itself, which every exclusion lets pass; another decision may say which step it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <inputExpression id="inputExpression_step" | $0 expressionLanguage="juel"       | written in FEEL
            <inputEntry id="rule_grantAccess_step"     | $0 expressionLanguage="juel"       | written in FEEL
            <definitions                               | $0 expressionLanguage="javascript" | written in FEEL
            <decision [^>]*>                           | <decision id="other" name="step"/>$0<informationRequirement id="r"><requiredDecision href="#other"/></informationRequirement> | must not ask other decisions
            """)
    void whatIsReadOtherwiseThanItLooksIsRefused(String place, String text, String why) throws IOException {
        String table = Files.readString(FILE);
        assertThatThrownBy(() -> deploy(table.replaceFirst(place, text), true)).isInstanceOf(NotValidException.class).hasMessageContaining(why);
    }

    /** What was deployed before is not refused when it is read again: a desk must be able to start. */
    @Test
    void onlyNewDeploymentsAreChecked() {
        assertThatCode(() -> deploy("\"revoke-action\"", "0.90", false)).doesNotThrowAnyException();
    }

    private static void deploy(String step, String actAt, boolean isNew) throws IOException {
        String table = Files.readString(FILE).replaceFirst("(<inputEntry id=\"rule_grantAccess_step\">\\s*<text>)[^<]*", "$1" + Matcher.quoteReplacement(step))
                .replaceFirst("(<outputEntry id=\"rule_grantAccess_actAt\">\\s*<text>)[^<]*", "$1" + actAt);
        deploy(table, isNew);
    }

    private static void deploy(String table, boolean isNew) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName("decisions/thresholds.dmn");
        resource.setBytes(table.getBytes());
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        deployment.addResource(resource);
        new RevocableOnly().deploy(deployment);
    }
}
