package org.deskwright.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who checks the checker: small logs, right ones and wrong ones. */
class CheckerTest {

    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final String ADA = "ada/wiki";

    private final List<Effect> effects = new ArrayList<>();
    private final List<Entry> record = new ArrayList<>();
    private int second;

    @Test
    void whatWasBegunDoneAndConfirmedOnceFits() {
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        begin("2", "send-reset-link", "2");
        happen(Effect.MAILED, "2");
        end("2", "confirmed");
        assertFits();
    }

    @Test
    void whatWasNotDoneMayBeBegunAgainOrRefused() {
        begin("1", "add-to-group", ADA);
        end("1", "unknown");
        end("1", "planned");
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        begin("2", "send-reset-link", "2");
        end("2", "refused");
        end("never-begun", "refused");
        assertFits();
    }

    @Test
    void takenBackAndGrantedAgainIsTwiceAndNotDoubled() {
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        begin("2", "remove-from-group", ADA);
        happen(Effect.REMOVED, ADA);
        end("2", "confirmed");
        end("1", "revoked");
        begin("3", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("3", "confirmed");
        assertFits();
    }

    @Test
    void theSameMemberTwiceIsDoubled() {
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        assertThat(checker().doubled()).singleElement().asString().contains(ADA);
    }

    @Test
    void askingForWhatIsThereAlreadyIsDoubled() {
        begin("1", "add-to-group", ADA);
        effects.add(new Effect(next(), Effect.ADDED, ADA, "attribute or value exists"));
        end("1", "planned");
        assertThat(checker().doubled()).singleElement().asString().contains("exists");
        assertThat(checker().lost()).isEmpty();
    }

    @Test
    void twoMailsOfOneActionAreDoubled() {
        begin("2", "send-reset-link", "2");
        happen(Effect.MAILED, "2");
        happen(Effect.MAILED, "2");
        end("2", "confirmed");
        assertThat(checker().doubled()).hasSize(1);
    }

    @Test
    void confirmedAndNeverDoneIsLost() {
        begin("1", "add-to-group", ADA);
        end("1", "confirmed");
        assertThat(checker().lost()).singleElement().asString().contains("never done");
    }

    @Test
    void twoConfirmationsOfOneEffectAreOneTooMany() {
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        begin("2", "add-to-group", ADA);
        end("2", "confirmed");
        assertThat(checker().lost()).singleElement().asString().contains("never done");
    }

    @Test
    void doneWithoutAnIntentIsLost() {
        happen(Effect.ADDED, ADA);
        assertThat(checker().lost()).singleElement().asString().contains("no intent");
    }

    @Test
    void anIntentThatCameAfterwardsIsNone() {
        happen(Effect.ADDED, ADA);
        begin("1", "add-to-group", ADA);
        end("1", "confirmed");
        assertThat(checker().lost()).singleElement().asString().contains("no intent before");
    }

    @Test
    void anIntentForSomethingElseIsNone() {
        begin("1", "remove-from-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "refused");
        assertThat(checker().lost()).singleElement().asString().contains("no intent before");
    }

    @Test
    void doneAndDeniedIsLost() {
        begin("1", "add-to-group", ADA);
        happen(Effect.ADDED, ADA);
        end("1", "refused");
        assertThat(checker().lost()).singleElement().asString().contains("denied");
    }

    @Test
    void whatPeopleWereToldAboutMayHaveBeenDoneOnceOrNot() {
        begin("2", "send-reset-link", "2");
        end("2", "unknown");
        handOver("2");
        assertFits();
        happen(Effect.MAILED, "2");
        assertFits();
        happen(Effect.MAILED, "2");
        assertThat(checker().doubled()).hasSize(1);
        end("2", "refused");
        assertThat(checker().lost()).singleElement().asString().contains("denied");
    }

    @Test
    void aLastWordThatIsNoneIsUnsettled() {
        begin("1", "add-to-group", ADA);
        begin("2", "send-reset-link", "2");
        end("2", "unknown");
        assertThat(checker().unsettled()).hasSize(2);
        begin("3", "add-to-group", "ben/wiki");
        end("3", "planned");
        begin("3", "add-to-group", "ben/wiki");
        assertThat(checker().unsettled()).hasSize(3);
    }

    @Test
    void theCountsArePrintedByPointAndAnEmptyFolderShowsNothing(@TempDir Path folder) throws IOException {
        assertThat(printed(folder)).startsWith("false").contains("0 actions begun");
        begin("1", "add-to-group", ADA);
        Instant kill = next();
        happen(Effect.ADDED, ADA);
        end("1", "confirmed");
        assertThat(printed(folder, new Kill(kill, KillPoint.ANSWERED, 4_200L), new Kill(next(), KillPoint.COMMITTED, null)))
                .startsWith("true").containsPattern("answer received, before B +1 +1 +4\\.2 s")
                .containsPattern("after the engine's commit +1 +0 +killed again")
                .contains("1 actions begun, 1 effects, 0 handed to people: 0 doubled, 0 lost, 0 unsettled");
        happen(Effect.ADDED, ADA);
        assertThat(printed(folder)).startsWith("false").contains("1 doubled", "doubled: Effect");
    }

    private String printed(Path folder, Kill... kills) {
        Json.writeLines(folder.resolve(TargetSystems.EFFECTS), effects.stream());
        Json.writeLines(folder.resolve(Checker.RECORD), record.stream());
        Json.writeLines(folder.resolve(Checker.KILLS), Stream.of(kills));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean clean = Checker.isClean(folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return clean + "\n" + bytes.toString(StandardCharsets.UTF_8);
    }

    private void assertFits() {
        assertThat(checker().doubled()).isEmpty();
        assertThat(checker().lost()).isEmpty();
        assertThat(checker().unsettled()).isEmpty();
    }

    private Checker checker() {
        return new Checker(effects, record);
    }

    private void begin(String action, String type, String what) {
        record.add(new Entry(next(), "INTENT", action, type, what, null));
    }

    private void end(String action, String state) {
        record.add(new Entry(next(), "OUTCOME", action, null, action, state));
    }

    private void handOver(String action) {
        record.add(new Entry(next(), "HANDED_OVER", action, null, action, "unknown"));
    }

    private void happen(String kind, String what) {
        effects.add(new Effect(next(), kind, what, Effect.SUCCESS));
    }

    private Instant next() {
        return START.plusSeconds(second++);
    }
}
