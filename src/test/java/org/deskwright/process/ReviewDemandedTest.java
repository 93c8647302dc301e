package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No table of what is never done without a person that forgets what a person always decides on. */
class ReviewDemandedTest {

    private static final Path FILE = Path.of("decisions", "mandatory-review.dmn");
    /** What the organisation asks beyond what is always asked. */
    private static final List<String> FREE = List.of("rule_normalEntitlement");

    private final String table = read();

    @Test
    void theTableAsItStandsIsGood() {
        assertThatCode(() -> deploy(table)).doesNotThrowAnyException();
    }

    @Test
    void aTableWithoutRulesIsRefused() {
        assertRefused(table.replaceAll("(?s)<rule .*</rule>", ""), "asks nobody when senderAuthenticated is \"no\" in the step \"reset-password\"");
    }

    /** Each by itself, and all but those that the organisation may drop. */
    @Test
    void noRuleOfThemMayBeDropped() {
        List<String> rules = Pattern.compile("<rule id=\"(\\w+)\"").matcher(table).results().map(found -> found.group(1)).toList();
        assertThat(rules).hasSizeGreaterThan(30).containsAll(FREE);
        for (String rule : rules) {
            String without = table.replaceFirst("(?s)<rule id=\"%s\">.*?</rule>".formatted(rule), "");
            if (FREE.contains(rule)) {
                assertThatCode(() -> deploy(without)).as(rule).doesNotThrowAnyException();
            } else {
                assertRefused(without, "there a person always decides; add a row with this word in the column");
            }
        }
    }

    /** The row is there, but not for every case. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "rule_vipAccount_accountKind                 | \"VIP\"                       | accountKind is \"vip\" in the step \"reset-password\"",
        "rule_vipAccount_accountKind                 | not(\"vip\", \"ordinary\")    | accountKind is \"vip\"",
        "rule_vipAccount_accountKind                 | if true then \"vip\" else \"\" | accountKind is \"vip\"",
        "rule_vipAccount_step                        | \"reset-password\"            | accountKind is \"vip\" in the step \"grant-access\"",
        "rule_vipAccount_step                        | \"classify\"                  | accountKind is \"vip\"",
        "rule_vipAccount_senderAuthenticated         | \"no\"                        | accountKind is \"vip\"",
        "rule_secondEvidenceUnknown_secondEvidence   | \"no\"                        | secondEvidence is \"unknown\" in the step \"grant-access\"",
        "rule_privilegedEntitlement_sensitivity      | \"low\"                       | sensitivity is \"privileged\""})
    void aRowThatHoldsOnlySometimesIsNotEnough(String cell, String text, String why) {
        assertRefused(with(cell, text), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "rule_vipAccount_accountKind | \"vip\", \"privileged\"", "rule_vipAccount_accountKind | not(\"ordinary\")", "rule_vipAccount_accountKind | -",
        "rule_vipAccount_step | \"reset-password\",\"grant-access\"", "rule_vipAccount_step | not(\"classify\")"})
    void aRowThatHoldsForMoreIsWelcome(String cell, String text) {
        assertThatCode(() -> deploy(with(cell, text))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hitPolicy="COLLECT"                              | hitPolicy="FIRST"                        | has to collect every row
            hitPolicy="COLLECT"                              | hitPolicy="COLLECT" aggregation="COUNT"  | has to collect every row
            (id="inputExpression_accountKind") typeRef="string" | $1 typeRef="boolean"                  | of the type string
            (id="inputExpression_accountKind" typeRef="string") | $1 expressionLanguage="juel"          | written in FEEL
            <text>accountKind<                               | <text>"vip"<                             | accountKind is "privileged"
            <decision [^>]*>                                 | <decision id="other" name="phase"/>$0<informationRequirement id="r"><requiredDecision href="#other"/></informationRequirement> | must not ask other decisions
            """)
    void whatIsReadOtherwiseThanItLooksIsRefused(String place, String text, String why) {
        assertRefused(table.replaceFirst(place, text), why);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertRefused(table.replaceFirst("(?s)<decisionTable.*</decisionTable>", "<literalExpression id=\"l\"><text>[]</text></literalExpression>"), "has to be a table");
    }

    /** The engine reads older versions of the format, too. */
    @ParameterizedTest
    @ValueSource(strings = {"http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20180521/MODEL/"})
    void anOlderFormatIsNoWayRound(String namespace) {
        String older = table.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace).replaceFirst("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", "");
        assertThatCode(() -> deploy(older)).doesNotThrowAnyException();
        assertRefused(older.replaceAll("(?s)<rule .*</rule>", ""), "asks nobody when");
    }

    private String with(String cell, String text) {
        String edited = table.replaceFirst("(<inputEntry id=\"%s\">\\s*<text>)[^<]*".formatted(cell), "$1" + Matcher.quoteReplacement(text));
        assertThat(edited).isNotEqualTo(table);
        return edited;
    }

    private static void assertRefused(String table, String why) {
        assertThatThrownBy(() -> deploy(table)).isInstanceOf(NotValidException.class)
                .hasMessageContaining("any/name.dmn: ").hasMessageContaining("\"mandatory-review\"").hasMessageContaining(why);
    }

    private static void deploy(String table) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName("any/name.dmn");
        resource.setBytes(table.getBytes());
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.addResource(resource);
        new ReviewDemanded().deploy(deployment);
    }

    private static String read() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
