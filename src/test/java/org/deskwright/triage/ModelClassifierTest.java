package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.deskwright.Config;
import org.deskwright.inference.Calibrator;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelBench;
import org.deskwright.inference.NoReply;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;

/** What a language model says of a request: a category of the list, and a confidence that can only be lowered. */
class ModelClassifierTest {

    private static final Calibrator SAYS_90 = (model, category, said) -> Optional.of(new Calibrator.Worth(0.9, 400, "test"));

    @Test
    void aModelsOwnNumberIsNotCalibrated() throws NoReply {
        Confidence confidence = classify(Calibrator.NONE, answer("printing", "none", false, false, "1.0")).confidence();
        assertThat(confidence.value()).isEqualTo(1);
        assertThat(confidence.calibrated()).isFalse();
        assertThat(confidence.source()).isEqualTo("model stub stub-1-2026");
        assertThat(confidence.isGuess()).isTrue();
    }

    @Test
    void outcomesCalibrateItAndDoNotRaiseIt() throws NoReply {
        Confidence sure = classify(SAYS_90, answer("printing", "none", false, false, "1.0")).confidence();
        assertThat(sure).isEqualTo(new Confidence(0.9, 1, true, sure.source(), 400, "test", null));
        assertThat(classify(SAYS_90, answer("printing", "none", false, false, "0.3")).confidence().value()).isEqualTo(0.3);
    }

    @ParameterizedTest
    @CsvSource({"network, false, false", "none, true, false", "none, false, true"})
    void whatSpeaksAgainstItLowersIt(String second, boolean otherPerson, boolean machine) throws NoReply {
        Confidence confidence = classify(SAYS_90, answer("printing", second, otherPerson, machine, "1.0")).confidence();
        assertThat(confidence.value()).isEqualTo(0.45);
        assertThat(confidence.calibrated()).isFalse();
    }

    @Test
    void whatHadToBeRepairedIsNotCalibrated() throws NoReply {
        Confidence confidence = classify(SAYS_90, "```json\n" + answer("printing", "printing", false, false, "1.0") + "\n```").confidence();
        assertThat(confidence.value()).isEqualTo(0.5);
        assertThat(confidence.calibrated()).isFalse();
    }

    @Test
    void theWordsProbabilitiesGoBeforeTheClaim() throws NoReply {
        String text = answer("printing", "none", false, false, "1.0");
        int colon = text.indexOf(':') + 1;
        LanguageModel model = request -> new ModelAnswer(text, List.of(new ModelAnswer.Token(text.substring(0, colon), 0), new ModelAnswer.Token(text.substring(colon, colon + 10), Math.log(0.25)),
                new ModelAnswer.Token(text.substring(colon + 10), 0)), "m", null, 1, 1);
        assertThat(classify(Calibrator.NONE, model).classification().confidence().value()).isCloseTo(0.25, Offset.offset(1e-9));
    }

    @Test
    void anotherModelOrPromptHasOutcomesOfItsOwn() throws NoReply {
        String text = answer("printing", "none", false, false, "1.0");
        String identity = classify(Calibrator.NONE, request -> ModelBench.answer(text)).opinion().identity();
        assertThat(identity).startsWith("stub stub-1 claim ");
        assertThat(classify(Calibrator.NONE, request -> new ModelAnswer(text, List.of(), "stub-2", null, 1, 1)).opinion().identity()).isNotEqualTo(identity);
    }

    @Test
    void whatIsNotOnTheListIsNoAnswer() {
        assertThatThrownBy(() -> classify(Calibrator.NONE, answer("${execution}", "none", false, false, "1.0"))).isInstanceOf(NoReply.class);
        assertThatThrownBy(() -> classifier(Calibrator.NONE, request -> ModelBench.answer("")).classify("nobody", "DW-1", "s", "b", List.of(), Duration.ofSeconds(9)))
                .hasMessage("There is no model \"nobody\" in config/models.yaml");
    }

    private static Classification classify(Calibrator calibrator, String answer) throws NoReply {
        return classify(calibrator, request -> ModelBench.answer(answer)).classification();
    }

    private static ModelClassifier.Judged classify(Calibrator calibrator, LanguageModel model) throws NoReply {
        return classifier(calibrator, model).classify(ModelBench.NAME, "DW-1", "Printer", "It does not print", List.of(), Duration.ofSeconds(9));
    }

    static ModelClassifier classifier(Calibrator calibrator, LanguageModel model) {
        return new ModelClassifier(ModelBench.answering(model), Config.TAXONOMY, new ObjectProvider<>() {
            @Override
            public Stream<Calibrator> stream() {
                return Stream.of(calibrator);
            }

            @Override
            public Calibrator getIfAvailable() {
                return calibrator;
            }
        });
    }

    static String answer(String category, String second, boolean otherPerson, boolean machine, String confidence) {
        return "{\"category\":\"%s\",\"secondCategory\":\"%s\",\"otherPerson\":%s,\"instructsMachine\":%s,\"confidence\":%s}".formatted(category, second, otherPerson, machine, confidence);
    }
}
