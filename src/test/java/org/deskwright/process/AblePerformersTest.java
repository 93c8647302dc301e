package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.deskwright.inference.ModelNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No table that says one thing while the desk does another. */
class AblePerformersTest {

    private static final Path FILE = Path.of("decisions", "performer.dmn");

    @Test
    void theTableAsItStandsIsGoodOnADeskWithoutModels() throws IOException {
        String table = Files.readString(FILE);
        assertThatCode(() -> deploy(table, true, Set.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"rule_classify, \"rules\", \"person\", \"none\", 'names \"rules\" for the step \"classify\"'",
        "rule_readText, \"model\", \"trained\", \"big\", 'names \"trained\" for the step \"extract-slots\"'",
        "rule_handOff, \"trained\", \"person\", \"none\", 'names \"trained\" for the step \"summarise-handoff\"'",
        "rule_draftAnswer, \"rules\", \"person\", \"none\", 'names \"rules\" for the step \"draft-answer\"'",
        "rule_classify, \"modle\", \"person\", \"big\", 'which is no performer'", "rule_classify, model, \"person\", \"big\", 'which is no performer'",
        "rule_classify, \"trained\", \"model\", \"bigger\", 'asks the model \"bigger\"'", "rule_classify, \"model\", \"person\", '', 'asks the model \"\"'",
        "rule_draftAnswer, \"model\", \"person\", \"none\", 'asks the model \"none\"'"})
    void whoCannotDoItIsRefused(String rule, String first, String then, String model, String why) throws IOException {
        String table = row(rule, first, then, model);
        assertThatThrownBy(() -> deploy(table, true, Set.of("big"))).isInstanceOf(NotValidException.class)
                .hasMessageContainingAll("decisions/performer.dmn", rule, why);
        assertThatCode(() -> deploy(table, false, Set.of("big"))).as("what stands already must not keep a desk from starting").doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"rule_classify, \"model\", \"trained\", \"big\"", "rule_classify, \"person\", \"model\", \"none\"", "rule_classify, '', '', ''",
        "rule_readText, \"rules\", \"model\", \"big\"", "rule_handOff, \"model\", \"rules\", \"big\"", "rule_draftAnswer, \"model\", \"person\", \"big\""})
    void whoCanIsNot(String rule, String first, String then, String model) throws IOException {
        String table = row(rule, first, then, model);
        assertThatCode(() -> deploy(table, true, Set.of("big"))).doesNotThrowAnyException();
    }

    /** A row for all steps is for those, too, that somebody cannot do. */
    @Test
    void aRowWithoutAStepIsForAllOfThem() throws IOException {
        String table = row("rule_classify", "\"trained\"", "\"person\"", "\"none\"").replaceFirst("(<inputEntry id=\"rule_classify_step\">\\s*<text>)[^<]*", "$1-");
        assertThatThrownBy(() -> deploy(table, true, Set.of())).isInstanceOf(NotValidException.class).hasMessageContaining("extract-slots");
    }

    private static String row(String rule, String first, String then, String model) throws IOException {
        return cell(cell(cell(Files.readString(FILE), rule + "_first", first), rule + "_then", then), rule + "_model", model);
    }

    private static String cell(String table, String id, String text) {
        return table.replaceFirst("(<outputEntry id=\"%s\">\\s*<text>)[^<]*".formatted(id), "$1" + text);
    }

    private static void deploy(String table, boolean isNew, Set<String> models) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName("decisions/performer.dmn");
        resource.setBytes(table.getBytes());
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        deployment.addResource(resource);
        new AblePerformers(() -> new ModelNames(models)).deploy(deployment);
    }
}
