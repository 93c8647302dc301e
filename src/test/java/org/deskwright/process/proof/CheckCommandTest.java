package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.deskwright.command.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code java -jar deskwright.jar check} answers, in words and in its exit status. */
class CheckCommandTest {

    private static final Path WRONG = Path.of("src", "test", "resources", "proof", "wrong", "nobody-asks-the-gate.bpmn");

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(Object... arguments) {
        String[] words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        return new CheckCommand().run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private void given(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    @Test
    void itIsACommandOfTheApplication() {
        assertThat(Commands.isCommand("check")).isTrue();
        assertThat(Commands.isCommand("jar")).as("a tool of the JDK").isFalse();
        assertThat(Commands.run("check", "processes")).isZero();
    }

    @Test
    void theHousesDiagramsAreProvenAndTheTimeIsPrinted() {
        assertThat(check("processes")).isZero();
        assertThat(out.toString()).containsPattern("^\\d+ diagrams in \\d+ ms: no action without clearance\\R$");
    }

    @Test
    void aWayWithoutClearanceIsPrinted() throws IOException {
        Files.copy(WRONG, folder.resolve("grant.bpmn"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("\"Add to group\" may act without clearance: nobody asks the gate on this way",
                "on the way: Access asked for → Plan grant → Add to group", "to put it right: ", "1 diagrams in ");
    }

    /** As a hook names them when they are saved. */
    @Test
    void singleFilesAreProvenWithWhatTheyCallBesideThem() throws IOException {
        assertThat(check("processes/grant-access.bpmn", "processes/reset-password.bpmn")).isZero();
        assertThat(out.toString()).startsWith("2 diagrams in ");
        Files.copy(Path.of("processes", "grant-access.bpmn"), folder.resolve("grant-access.bpmn"));
        Files.copy(Path.of("processes", "complete-request.bpmn"), folder.resolve("complete-request.bpmn"));
        assertThat(check(folder.resolve("grant-access.bpmn"))).isEqualTo(1);
        assertThat(out.toString()).contains("there is no process clear-action");
    }

    @Test
    void aSingleFileIsProvenWithWhatCallsItBesideItAndNothingElseIs() throws IOException {
        Files.copy(WRONG, folder.resolve("grant.bpmn"));
        Files.copy(Path.of("processes", "grant-access.bpmn"), folder.resolve("grant-access.bpmn"));
        Files.copy(Path.of("processes", "complete-request.bpmn"), folder.resolve("complete-request.bpmn"));
        Path gate = folder.resolve("clear-action.bpmn");
        Files.copy(Path.of("processes", "clear-action.bpmn"), gate);
        assertThat(check(gate)).isZero();
        Files.writeString(gate, Files.readString(gate).replace("${approvalsMissing == 0}", "${approvalsMissing == 1}"));
        assertThat(check(gate)).isEqualTo(1);
        assertThat(out.toString()).contains("grant-access.bpmn): \"Add to group\" may act without clearance: somebody has approved", "1 diagrams in ")
                .doesNotContain("grant.bpmn");
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() {
        assertThat(check("processes", "./processes/grant-access.bpmn")).isZero();
        assertThat(out.toString()).doesNotContain("stands in");
    }

    @Test
    void aFolderThatIsMissingOrEmptyIsAMistakeOfTheCaller() {
        assertThat(check(folder.resolve("missing"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing is no folder and no .bpmn file");
        assertThat(check(folder)).isEqualTo(2);
        assertThat(err.toString()).contains("holds no .bpmn file");
        assertThat(check()).isEqualTo(2);
        assertThat(check("processes", "--fast")).isEqualTo(2);
    }

    @Test
    void brokenXmlIsRefusedByName() throws IOException {
        given("broken.bpmn", "<definitions");
        given("empty.bpmn", "");
        given("other.bpmn", "<html/>");
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("broken.bpmn: it is no BPMN 2.0 model", "empty.bpmn: it is no BPMN 2.0 model", "other.bpmn: it is no BPMN 2.0 model");
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        given("secret.txt", "top-secret");
        given("leak.bpmn", "<!DOCTYPE d [<!ENTITY leak SYSTEM \"%s\">]>\n".formatted(folder.resolve("secret.txt").toUri())
                + Files.readString(WRONG).replaceFirst("(?s)^<\\?xml.*?\\?>\\s*", "").replace("Add to group", "&leak;"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("leak.bpmn: it has a DOCTYPE, which models must not have").doesNotContain("top-secret");
    }

    /** Wherever they lie: a diagram must not make the desk ask there. */
    @Test
    void schemasThatAFileNamesAreNotRead() throws IOException {
        given("note.xsd", """
                <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:note"><element name="note" type="int"/></schema>""");
        given("noted.bpmn", Files.readString(Path.of("processes", "clear-action.bpmn")).replaceFirst("<bpmn:extensionElements>|<extensionElements>", "$0"
                + "<note:note xmlns:note='urn:note' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:note %s'>no number</note:note>"
                .formatted(folder.resolve("note.xsd").toUri())));
        assertThat(check(folder)).as(out.toString()).isZero();
    }

    /** The engine reads it only where its own is missing, element by element: who looks at one sees what the other hides. */
    @Test
    void theEnginesOldNamespaceIsRefused() throws IOException {
        given("attribute.bpmn", Files.readString(WRONG).replace("camunda:delegateExpression", "xmlns:old=\"http://activiti.org/bpmn\" old:delegateExpression"));
        given("element.bpmn", Files.readString(Path.of("processes", "clear-action.bpmn")).replaceFirst("<bpmn:extensionElements>", "$0<old:in xmlns:old='http://activiti.org/bpmn' variables='all'/>"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("attribute.bpmn: <serviceTask> uses the namespace http://activiti.org/bpmn", "element.bpmn: <old:in> uses the namespace http://activiti.org/bpmn",
                "to put it right: write http://camunda.org/schema/1.0/bpmn in its place", "refused for 2 reasons");
    }

    @Test
    void whatLiesTooDeepIsRefusedInASentence() throws IOException {
        given("deep.bpmn", Files.readString(WRONG).replace("</process>", "<subProcess>".repeat(1500) + "</subProcess>".repeat(1500) + "</process>"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("deep.bpmn: its elements lie more than 100 deep in one another");
    }

    @Test
    void anAddressInAngleBracketsIsToldToLeaveThemOut() throws IOException {
        given("note.bpmn", Files.readString(WRONG).replace("</process>", "<textAnnotation id=\"note\"><text>see &lt;https://wiki.example.org&gt;</text></textAnnotation></process>"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("note: HTML is not allowed in models", "to put it right: leave the angle brackets out");
    }

    /** The Modeler writes a prefix before every element. */
    @Test
    void scriptsAreSeenWhateverTheirPrefix() throws IOException {
        given("script.bpmn", Files.readString(Path.of("processes", "clear-action.bpmn")).replaceFirst("<bpmn:conditionExpression ", "$0language=\"groovy\" "));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("Scripts (groovy) are not allowed in models");
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        given("huge.bpmn", " ".repeat(5_000_001));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("huge.bpmn: it is larger than 5 MB");
    }

    @Test
    void aProcessStandsInOneFileOnly() throws IOException {
        Files.copy(WRONG, folder.resolve("a.bpmn"));
        Files.copy(WRONG, folder.resolve("b.bpmn"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("b.bpmn: the process nobody-asks-the-gate stands in ");
    }

    @Test
    void aBeanThatIsNoDelegateIsRefused() throws IOException {
        given("bean.bpmn", Files.readString(WRONG).replace("${performAction}", "${tickets}"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("bean.bpmn: serviceTask_addToGroup: \"${tickets}\" names no delegate");
    }

    /** A delegate's class, but no delegate's name, and the interface of them all. */
    @Test
    void aNameThatOnlyLooksLikeADelegateIsRefused() throws IOException {
        given("capital.bpmn", Files.readString(WRONG).replace("${performAction}", "${PerformAction}"));
        given("interface.bpmn", Files.readString(WRONG).replace("${performAction}", "${delegate}").replace("nobody-asks-the-gate", "interface"));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("\"${PerformAction}\" names no delegate", "\"${delegate}\" names no delegate");
    }

    @Test
    void aFlowFromNowhereIsRefused() throws IOException {
        given("nowhere.bpmn", Files.readString(WRONG).replace("sourceRef=\"serviceTask_planGrant\"", "sourceRef=\"definitions\""));
        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("nowhere.bpmn: the sequence flow flow_planGrantToAddToGroup leads from or to nothing");
    }
}
