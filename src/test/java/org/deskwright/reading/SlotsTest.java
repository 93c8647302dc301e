package org.deskwright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    @Test
    void namesOfTheOrganisationAreFoundAsItWritesThem() {
        Slots slots = Readers.slots("Please give me the sap reports and the WIKI editors, on ex-40213. Also s/4hana.");
        assertThat(slots.applications()).containsExactly("SAP Reports", "Wiki", "S/4HANA");
        assertThat(slots.groups()).containsExactly("wiki-editors");
        assertThat(slots.assets()).containsExactly("EX-40213");
    }

    @Test
    void whatTheOrganisationDoesNotKnowIsNothing() {
        assertThat(Readers.slots("Please give me the frobnicator").applications()).isEmpty();
        assertThat(Readers.slots("I like sapphires").applications()).isEmpty();
    }

    /** Whatever the organisation grants; where both have a name for it, the organisation's goes before. */
    @Test
    void usualApplicationsAreKnownEverywhere() {
        assertThat(Readers.slots("EXCEL and ms teams crash, so does the sap reports in google chrome").applications()).containsExactly("Excel", "Teams", "SAP Reports", "Chrome");
        assertThat(Readers.slots("sap").applications()).containsExactly("SAP");
        assertThat(Readers.SHIPPED.read("", "Outlook hängt", Context.NONE).slots().applications()).containsExactly("Outlook");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Es kostet 1.234,56 €|1234.56|EUR", "It is $1,234.56|1234.56|USD", "1 200 EUR|1200|EUR", "900 euros por ano|900|EUR",
        "£ 75|75|GBP", "EUR 49,90|49.90|EUR", "R$ 2.500,00|2500.00|BRL", "12'500 CHF|12500|CHF", "1.234 €|1234|EUR", "3.5 USD|3.5|USD", "1.234.567 €|1234567|EUR"})
    void amountsAreReadAsTheirCountryWritesThem(String text, BigDecimal value, String currency) {
        assertThat(Readers.slots(text).amounts()).containsExactly(new Amount(value, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket 4711", "version 1.2.3", "europe 2026", "10.20.4.15", "5 monitors"})
    void figuresWithoutACurrencyAreNoAmount(String text) {
        assertThat(Readers.slots(text).amounts()).isEmpty();
    }

    /** Written on Monday, 23 November 2026. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"by 2026-12-01 please|2026-12-01", "Bitte bis zum 24.11.|2026-11-24", "ab dem 01.02.2027 bitte|2027-02-01",
        "I need it by Friday|2026-11-27", "the deadline is tomorrow|2026-11-24", "I start on 1 March|2027-03-01", "on the 3rd of December 2026 please|2026-12-03",
        "please on December 3rd|2026-12-03", "il me faut cela pour le 1er décembre|2026-12-01", "para el 15 de enero de 2027, por favor|2027-01-15",
        "Ich brauche das übermorgen|2026-11-25", "necesito esto para mañana por la mañana|2026-11-24", "preciso disso até sexta-feira|2026-11-27",
        "It starts in 2 weeks|2026-12-07", "j'en ai besoin avant le 05/12/2026|2026-12-05", "I start on 25/12/2026|2026-12-25", "until the end of the month|2026-11-30",
        "Merci de le faire d'ici vendredi|2026-11-27"})
    void daysAreReckonedFromTheDayOfWriting(String text, LocalDate day) {
        assertThat(Readers.slots(text).dates()).containsExactly(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on 11/12/2026 please", "it has been broken since Friday", "I reported it last Tuesday", "we need it next Friday", "please before Monday",
        "we work 24/7 here", "on 31.02.2027", "Guten Morgen, ich brauche Hilfe", "der Server 10.20.4.15 ist weg", "you may march on", "Bitte Version 3.1 installieren",
        "it was 2 weeks ago"})
    void whatIsNoDayOrMightBeTwoIsNone(String text) {
        assertThat(Readers.slots(text).dates()).isEmpty();
    }

    @Test
    void withoutTheDayOfWritingNobodyKnowsTomorrow() {
        assertThat(Readers.SHIPPED.read("", "I need it tomorrow, or on 2026-12-24", Context.NONE).slots().dates()).containsExactly(LocalDate.of(2026, 12, 24));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Please change my surname to Hartmann in the record|surname|Hartmann", "my mobile is now 0171 5550 9924 pls update|phone|0171 5550 9924",
        "Neue Anschrift: Rosenweg 8, 04103 Leipzig. Danke!|address|Rosenweg 8, 04103 Leipzig", "Mon nouveau numéro de téléphone est le 01 55 55 01 99|phone|01 55 55 01 99",
        "Mi apellido ahora es García Márquez, por favor|surname|García Márquez", "O meu apelido passou a ser Sampaio em vez de Costa|surname|Sampaio",
        "My new IBAN is DE89 3704 0044 0532 0130 00, thanks|bank-account|DE89 3704 0044 0532 0130 00", "Meine Position lautet jetzt Senior Controller statt Controller|title|Senior Controller"})
    void aFieldAndItsNewValueAreFound(String text, String field, String value) {
        assertThat(Readers.slots(text).change()).contains(new FieldChange(field, Optional.of(value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"My phone is no longer 0161 555 0199 but 0161 555 0200|phone", "IBAN changed, see attached form.|bank-account", "Please correct my job title|title"})
    void aValueThatIsNotSaidOrNotCertainIsNone(String text, String field) {
        assertThat(Readers.slots(text).change()).contains(new FieldChange(field, Optional.empty()));
    }
}
