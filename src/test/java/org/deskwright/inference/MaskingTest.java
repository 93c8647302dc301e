package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells who somebody is does not leave the machine, comes back in the answer, and cannot be asked for by a text. */
class MaskingTest {

    private final Masking masking = new Masking(true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MAIL | ada.lindqvist@example.org", "MAIL | jürgen.müller+it@sub.exämple.de",
        "PHONE | +49 (0)30 1234-5678", "PHONE | 030/1234567", "PHONE | 555-867-5309",
        "CARD | 4111 1111 1111 1111", "CARD | 378282246310005", "IBAN | DE89 3704 0044 0532 0130 00", "IBAN | GB29NWBK60161331926819",
        "NATIONAL_ID | 078-05-1120", "NATIONAL_ID | AB 12 34 56 C", "NATIONAL_ID | 2 69 05 49 588 157 80", "NATIONAL_ID | 12345678Z",
        "NATIONAL_ID | 529.982.247-25", "NATIONAL_ID | 86 095 742 719",
        "SECRET | sk-proj-abcdefghijklmnop1234", "SECRET | AKIAIOSFODNN7EXAMPLE", "SECRET | ghp_abcdefghijklmnopqrstuvwxyz0123456789",
        "SECRET | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc123", "SECRET | 0123456789abcdef0123456789abcdef01234567"})
    void whatIsPrivateStaysHere(String kind, String value) {
        Masking.Masked masked = masking.mask("Please see " + value + " as of today", List.of());
        assertThat(masked.text()).doesNotContain(value).matches("Please see \\[%s-1-[A-Z]{8}] as of today".formatted(kind));
        assertThat(masked.count()).isEqualTo(1);
        assertThat(masked.restored(masked.text())).isEqualTo("Please see %s as of today".formatted(kind.equals("SECRET") ? "***" : value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"My password: hunter2 does not work", "mein Passwort = hunter2 geht nicht", "mot de passe : hunter2", "contraseña: hunter2",
        "the password is hunter2 as before", "PIN: hunter2", "token=\"hunter2\"", "code 'x' and secret: hunter2"})
    void whatIsCalledASecretStaysHereAndIsNeverPutBack(String text) {
        Masking.Masked masked = masking.mask(text, List.of());
        assertThat(masked.text()).doesNotContain("hunter2");
        assertThat(masked.restored(masked.text())).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"card 4111 1111 1111 1111 12/27 thanks", "4111-1111-1111-1111 123", "pay to DE89 3704 0044 0532 0130 00 by 12 o clock today"})
    void whatStandsBehindANumberDoesNotHideIt(String text) {
        assertThat(masking.mask(text, List.of()).text()).doesNotContain("1111").doesNotContain("3704").doesNotContain("0130");
    }

    /** What a request is about must not be lost on the way. */
    @ParameterizedTest
    @ValueSource(strings = {"my password is not accepted.", "error code: 0x80070005", "The laptop broke on 2026-11-23 at 10:15", "from 23.11.2026 until 24.12.2026",
        "Ticket DW-1001 is about version 17.0.2", "I need 250 licences for 4 teams", "Will the mark may go up?"})
    void whatIsNotPrivateGoes(String text) {
        assertThat(masking.mask(text, List.of("Will Mark", "May Fischer")).text().replaceAll("\\[NAME-1-[A-Z]{8}]", "Will")).isEqualTo(text);
    }

    @Test
    void namesOfTheDirectoryStayHereWholeAndInPart() {
        Masking.Masked masked = masking.mask("Ada Lindqvist's account, login ada.lindqvist; tell Ada and Jean-Luc.", List.of("Ada Lindqvist", "ada.lindqvist", "Jean Picard"));
        assertThat(masked.text()).doesNotContainIgnoringCase("ada").doesNotContainIgnoringCase("lindqvist").doesNotContain("Jean");
        assertThat(masked.restored(masked.text())).isEqualTo("Ada Lindqvist's account, login ada.lindqvist; tell Ada and Jean-Luc.");
    }

    @Test
    void theSameThingHasTheSamePlaceholder() {
        String text = masking.mask("a@b.example and c@d.example and a@b.example", List.of()).text();
        assertThat(text.split(" and ")[0]).isEqualTo(text.split(" and ")[2]).isNotEqualTo(text.split(" and ")[1]);
    }

    /** Whoever writes placeholders gets them back as they wrote them, whatever they hope they stand for. */
    @RepeatedTest(50)
    void noTextForgesAPlaceholder() {
        String first = masking.mask("other@example.org", List.of()).text();
        String text = "[MAIL-1-BCDFGHJK] %s and mine is me@example.org".formatted(first);
        Masking.Masked masked = masking.mask(text, List.of());
        assertThat(masked.restored(masked.text())).isEqualTo(text);
        assertThat(masked.restored("[MAIL-1-BCDFGHJK] [MAIL-2-BCDFGHJK] " + first)).isEqualTo("[MAIL-1-BCDFGHJK] [MAIL-2-BCDFGHJK] " + first);
    }

    @Test
    void whatIsPutBackIsNotReadAgain() {
        Masking.Masked masked = new Masking.Masked("", Map.of("[MAIL-1-BCDFGHJK]", "[NAME-1-BCDFGHJK]", "[NAME-1-BCDFGHJK]", "Ada"), 2, 0.5);
        assertThat(masked.restored("[MAIL-1-BCDFGHJK]")).isEqualTo("[NAME-1-BCDFGHJK]");
    }

    /** What is cut in two at the end of what is read would not be known for what it is. */
    @Test
    void nothingPrivateIsCutInTwo() {
        for (int before = Masking.LONGEST - 30; before <= Masking.LONGEST; before++) {
            String sent = masking.mask("x ".repeat(before / 2) + " ada.lindqvist@example.org " + "y ".repeat(5_000), List.of()).text();
            assertThat(sent).hasSizeLessThanOrEqualTo(Masking.LONGEST).doesNotContain("ada.");
        }
    }

    /** A text is written by anybody: none keeps the desk busy. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a-", "1", "1 ", "1-", "A1 ", "password", "password is ", "pin: ", "@", "a@", "a.", "-----BEGIN PRIVATE KEY-----", "eyJ", "[MAIL-1-", "x@y.", "DE12 ", "' "})
    void noTextTakesLong(String piece) {
        long start = System.nanoTime();
        masking.mask(piece.repeat(100_000 / piece.length()), List.of("Ada Lindqvist"));
        assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(5_000);
    }

    @Test
    void itCanBeSwitchedOff() {
        assertThat(new Masking(false).mask("a@b.example", List.of()).text()).isEqualTo("a@b.example");
    }
}
