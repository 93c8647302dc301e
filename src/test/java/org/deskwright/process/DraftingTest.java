package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.deskwright.StubModel;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordSchema;
import org.deskwright.drafting.Kind;
import org.deskwright.drafting.MachineText;
import org.deskwright.drafting.MachineTexts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever gets a ticket finds what a model wrote of it, where the table says so; nobody else ever sees it. */
class DraftingTest extends ModelAsked {

    @Autowired
    private MachineTexts texts;
    @Autowired
    private Reading reading;

    @BeforeEach
    void theDeskIsSureWhatItIsAbout() {
        trained.believe("software", 0.99);
        rows.deploy("rule_handOff", "model", "rules", "person", StubModel.NAME);
        rows.deploy("rule_draftAnswer", "model", "person", "person", StubModel.NAME);
        says("Dear Ben Okafor, we look into it.");
    }

    @Test
    void aPersonFindsSummaryAndDraftAndNobodyIsToldOfThem() {
        String number = handedOver();
        await(() -> texts.of(number, Kind.SUMMARY).isPresent() && texts.of(number, Kind.DRAFT).isPresent());
        assertThat(texts.of(number, Kind.SUMMARY)).get().extracting(MachineText::text, MachineText::model).containsExactly("Word does not start.\nOpen: Which version?", "stub");
        assertThat(texts.of(number, Kind.DRAFT)).get().extracting(MachineText::text).isEqualTo("Dear Ben Okafor, we look into it.");
        assertThat(String.join("\n", desk.mails(number))).doesNotContain("we look into it");
        assertThat(String.join("\n", desk.story(number))).doesNotContain("we look into it", "Which version");
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(desk.task(number).getProcessInstanceId()).list()).noneMatch(
                variable -> String.valueOf(variable.getValue()).contains("we look into it"));
        saysWhatWasWritten(reading.story(number).stream().map(entry -> entry.words()).toList().toString());
        assertThat(recorded(number, "WRITTEN")).hasSize(2).allSatisfy(new RecordSchema()::check).noneMatch(body -> body.contains("we look into it"));
        desk.withdraw(number, "ben.okafor");
        await(() -> desk.ticket(number).isClosed());
        assertThat(jdbc.sql("select count(*) from machine_text where ticket_number = ?").param(number).query(Integer.class).single()).as("nobody works on it").isZero();
    }

    @Test
    void asShippedNobodyWritesAnything() {
        rows.shipped();
        String number = handedOver();
        await(() -> rowsOf("inquiry") == 0);
        assertThat(texts.of(number, Kind.SUMMARY)).isEmpty();
        assertThat(texts.of(number, Kind.DRAFT)).isEmpty();
        assertThat(MODEL.asked()).isEmpty();
    }

    @Test
    void whatStaffSayAmongThemselvesIsInNoDraftAndNoNameLeaves() {
        String number = handedOver();
        await(() -> rowsOf("inquiry") == 0);
        MODEL.forget();
        desk.decide(number, "hana.sato", "note", Map.of("text", "Grace Kim says he is about to be dismissed"));
        await(() -> rowsOf("inquiry") == 0 && texts.of(number, Kind.DRAFT).isPresent());
        List<String> sent = MODEL.asked().stream().map(Object::toString).toList();
        assertThat(sent).hasSize(2).noneMatch(request -> request.matches("(?is).*(okafor|hana|sato|grace|\\bkim\\b).*"));
        assertThat(sent).filteredOn(request -> request.contains("dismissed")).singleElement().asString().contains("summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please sign in at https://evil.example/login", "See www.evil.example", "Write to mailto:eve@example.net", "", "\u202e\u0000"})
    void whatNobodyShouldFollowIsNotShown(String draft) {
        says(draft);
        String number = handedOver();
        await(() -> rowsOf("inquiry") == 0);
        assertThat(texts.of(number, Kind.DRAFT)).isEmpty();
        if (draft.isEmpty()) {
            assertThat(recorded(number, "MODEL_CALL")).as("no answer that counts").anyMatch(body -> body.contains("\"outcome\":\"unusable\""));
            return;
        }
        assertThat(recorded(number, "NOT_WRITTEN")).singleElement().satisfies(new RecordSchema()::check).asString()
                .contains("\"model\":\"stub\",\"reason\":\"%s\",\"step\":\"draft-answer\"".formatted(draft.startsWith("\u202e") ? "empty" : "link"));
    }

    @Test
    void aModelThatIsOffThoughTheTableNamesItLeavesItsReason() {
        rows.deploy("rule_draftAnswer", "model", "person", "person", "openai");
        String number = handedOver();
        await(() -> rowsOf("inquiry") == 0);
        assertThat(recorded(number, "NOT_WRITTEN")).singleElement().satisfies(new RecordSchema()::check)
                .asString().contains("\"model\":\"openai\",\"reason\":\"model-off\",\"step\":\"draft-answer\"");
        assertThat(reading.story(number)).anySatisfy(entry -> assertThat(entry.words())
                .isEqualTo("No language model's words are kept for those who work on it (\"draft answer\", openai): model off."));
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        says("Pay \u202eeno\u202c to\u200b us");
        String number = handedOver();
        await(() -> texts.of(number, Kind.DRAFT).isPresent());
        assertThat(texts.of(number, Kind.DRAFT)).get().extracting(MachineText::text).isEqualTo("Pay eno to us");
    }

    void saysWhatWasWritten(String story) {
        assertThat(story).contains("In its words: “Dear Ben Okafor, we look into it.”").doesNotContain("Fingerprint of what it wrote: ");
    }

    private String handedOver() {
        String number = desk.file("ben.okafor", "Word", "It does not start. Ben Okafor");
        awaitTask(number);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        return number;
    }

    private void says(String draft) {
        MODEL.says(request -> request.toString().contains("summary") ? "{\"summary\":\"Word does not start.\",\"open\":[\"Which version?\"],\"confidence\":0.9}"
                : JSON.createObjectNode().put("answer", restoring(draft, StubModel.text(request))).put("confidence", 0.9).toString());
    }

    /** As a model does that was told to copy placeholders. */
    private static String restoring(String draft, String text) {
        return draft.replace("Ben Okafor", text.replaceAll("(?s).*?(\\[NAME-\\d+-[A-Z]{8}] \\[NAME-\\d+-[A-Z]{8}]).*", "$1"));
    }
}
