package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.deskwright.DeskTest;
import org.deskwright.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What no model can bring into the desk, and that the refusal says what to do. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ModelDoorsTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private DecisionService decisions;
    @Value("${desk.base-url}")
    private String base;

    @ParameterizedTest
    @ValueSource(strings = {
        "<scriptTask id='it' scriptFormat='groovy'><script>1 + 1</script></scriptTask>",
        "<userTask id='it'><extensionElements><camunda:taskListener event='create'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:taskListener></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='juel'>${1}</camunda:script></camunda:executionListener></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></userTask>"})
    void scriptsAreRefused(String element) {
        assertRefused(TinyModel.with(element), "Scripts", "use a delegate expression");
    }

    @Test
    void scriptsInConditionsAreRefused() {
        assertRefused(TinyModel.asking("language='groovy'", "true"), "Scripts (groovy)", "use a delegate expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<serviceTask id='it' camunda:class='java.lang.Object'/>",
        "<serviceTask id='it' camunda:expression='${now()}'/>",
        "<serviceTask id='it' camunda:type='external' camunda:topic='t'/>",
        "<serviceTask id='it' camunda:type='mail'/>",
        "<serviceTask id='it' camunda:type='shell'><extensionElements><camunda:field name='command' stringValue='id'/></extensionElements></serviceTask>",
        "<serviceTask id='it'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
        "<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'><extensionElements><camunda:field name='a' stringValue='b'/></extensionElements></serviceTask>",
        "<sendTask id='it' camunda:class='java.lang.Object'/>",
        "<businessRuleTask id='it' camunda:expression='${now()}'/>",
        "<intermediateThrowEvent id='it'><messageEventDefinition camunda:type='external' camunda:topic='t'/></intermediateThrowEvent>",
        "<callActivity id='it' calledElement='resolve-ticket' camunda:variableMappingClass='java.lang.Object'/>",
        "<callActivity id='it' calledElement='resolve-ticket' camunda:variableMappingDelegateExpression='${classifyTicket}'/>",
        "<userTask id='it'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:taskListener event='create' expression='${now()}'/></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:executionListener event='start' class='java.lang.Object'/></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:executionListener event='end' expression='${now()}'/></extensionElements></userTask>"})
    void whatIsNoDelegateIsRefused(String element) {
        assertRefused(TinyModel.with(element), "it: ", "use camunda:delegateExpression with a bean of .camunda/element-templates");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<userTask id='it' camunda:formKey='embedded:deployment:evil.html'/>",
        "<userTask id='it' camunda:formKey='camunda-forms:deployment:other.form'/>",
        "<userTask id='it' xmlns:old='http://activiti.org/bpmn' old:formKey='embedded:deployment:evil.html'/>",
        "<userTask id='it' camunda:formHandlerClass='java.lang.Object'/>",
        "<userTask id='it'><extensionElements><camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='java.lang.Object'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
        "<userTask id='it'><extensionElements><camunda:formProperty id='it'/></extensionElements></userTask>"})
    void formsAreFormsAndNoPages(String element) {
        assertRefused(TinyModel.with(element), "it: ", "name it in camunda:formRef");
    }

    @Test
    void startFormsAreNoPagesEither() {
        assertRefused(TinyModel.process("<startEvent id='it' camunda:formKey='embedded:deployment:evil.html'/>"), "it: ", "camunda:formRef");
    }

    /** The web applications show errors as HTML, and errors quote the model. */
    @ParameterizedTest
    @ValueSource(strings = {"<userTask id='it' name='&lt;img src=x onerror=alert(1)&gt;'/>",
        "<userTask id='it'><documentation>&lt;a href='https://elsewhere.example'&gt;sign in&lt;/a&gt;</documentation></userTask>",
        "<userTask id='it' camunda:dueDate='${x[\"&lt;/b&gt;\"]}'/>"})
    void diagramsBringNoHtml(String element) {
        assertRefused(TinyModel.with(element), "it: ", "HTML is not allowed in models");
    }

    @Test
    void conditionsBringNoHtml() {
        assertRefused(TinyModel.asking("${missing['<img src=x onerror=alert(1)>']}"), "HTML is not allowed in models");
        assertThat(deploy("tiny.bpmn", TinyModel.asking("${confidence < limit}"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.html", "evil.js", "picture.svg", "case.cmmn", "evil.bpmn.html", "models.zip", "noending"})
    void onlyModelsAreDeployed(String name) {
        assertThatThrownBy(() -> deploy(name, "<html><script>alert(1)</script></html>"))
                .hasMessageContaining(name + ": only diagrams (.bpmn), tables (.dmn) and forms (.form) can be deployed");
    }

    @Test
    void nobodyDeploysAPageOverRest() {
        for (String door : new String[] {"/engine-rest/deployment/create", "/engine-rest/engine/default/deployment/create/"}) {
            HttpResponse<String> answer = Visitor.machine(base, "mateo.garcia").deploy(door, "evil.html", "<script>alert(1)</script>");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("evil.html: only diagrams (.bpmn)");
        }
    }

    /** Two processes of one key would stop intake and revocation, which could not tell them apart. */
    @ParameterizedTest
    @ValueSource(strings = {"t1", " "})
    void nobodyDeploysForATenant(String tenant) {
        String model = TinyModel.with("<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'/>");
        HttpResponse<String> answer = Visitor.machine(base, "mateo.garcia").deployFor(tenant, "/engine-rest/deployment/create", "tiny.bpmn", model);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This desk has no tenants: deploy without a tenant id");
        assertThatThrownBy(() -> repository.createDeployment().tenantId(tenant).addString("tiny.bpmn", model).deploy()).hasMessageContaining("This desk has no tenants");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{\"components\":[{\"type\":\"iframe\",\"url\":\"https://elsewhere.example\"}]} | \"iframe\" is not allowed in forms",
        "{\"components\":[{\"type\":\"html\",\"content\":\"b\"}]}                       | \"html\" is not allowed in forms",
        "{\"components\":[{\"type\":\"text\",\"components\":[{\"type\":\"button\"}]}]} | \"button\" is not allowed in forms",
        "{\"components\":[{\"type\":\"text\",\"text\":\"<b onclick=1>\"}]}                | HTML is not allowed in models",
        "{\"components\":[{\"type\":\"text\",\"label\":\"</script>\"}]}                  | HTML is not allowed in models",
        "{\"type\":\"default\"}                                                        | a form has a list of components",
        "<html/>                                                                           | this is no form"})
    void formsAskInPlainWords(String form, String saying) {
        assertThatThrownBy(() -> deploy("ask.form", form)).hasMessageContaining("ask.form: ").hasMessageContaining(saying);
    }

    /** The engine still reads the attributes of its predecessor. */
    @Test
    void theEnginesOldNamespaceIsNoWayRound() {
        assertRefused(TinyModel.with("<serviceTask id='it' xmlns:old='http://activiti.org/bpmn' old:type='shell'/>"), "it: ", "\"type\"");
    }

    @ParameterizedTest
    @CsvSource({"${dataSource}", "${tickets}", "${noSuchBean}", "${classifyTicket.execute(execution)}", "${category}"})
    void delegateExpressionsNameDelegates(String expression) {
        assertRefused(TinyModel.with("<serviceTask id='it' camunda:delegateExpression='%s'/>".formatted(expression)),
                "it: ", "\"%s\" names no delegate".formatted(expression));
    }

    @Test
    void delegatesAreWelcome() {
        assertThat(deploy("tiny.bpmn", TinyModel.with("<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'/>"))).isNotNull();
    }

    @Test
    void tablesRunNoScripts() {
        deploy("scripted.dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                  <decision id="scripted" name="Scripted"><decisionTable id="t"><output id="o" name="o" typeRef="string"/>
                    <rule id="r"><outputEntry id="e" expressionLanguage="groovy"><text>"a"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""");
        assertThatThrownBy(() -> decisions.evaluateDecisionTableByKey("scripted", Map.of())).hasStackTraceContaining("Scripts (groovy)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpmn", "dmn"})
    void entitiesAreNotResolved(String type, @TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top-secret");
        String doctype = "<!DOCTYPE d [<!ENTITY leak SYSTEM \"%s\">]>\n<definitions".formatted(secret.toUri());
        String harmless = type.equals("bpmn") ? TinyModel.with("<userTask id='it'><documentation>&leak;</documentation></userTask>") : """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t">
                  <decision id="leak" name="leak"><description>&leak;</description><literalExpression id="l"><text>1</text></literalExpression></decision>
                </definitions>""";
        String model = harmless.replaceFirst("<definitions", doctype);
        assertThatThrownBy(() -> deploy("leak." + type, model)).hasStackTraceContaining("DOCTYPE");
    }

    /** Whoever may deploy could have the desk ask any address in its network. */
    @Test
    void noSchemaIsFetchedThatADiagramNames() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        try {
            String schema = "http://127.0.0.1:%d/a.xsd".formatted(elsewhere.getAddress().getPort());
            deploy("tiny.bpmn", TinyModel.with("<userTask id='it'><extensionElements><a:b xmlns:a='urn:a' xsi:schemaLocation='urn:a %s'/></extensionElements></userTask>"
                    .formatted(schema)));
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    private void assertRefused(String model, String... saying) {
        ThrowingCallable deployment = () -> deploy("tiny.bpmn", model);
        for (String words : saying) {
            assertThatThrownBy(deployment).isInstanceOf(ProcessEngineException.class).hasMessageContaining(words);
        }
    }

    private Deployment deploy(String name, String model) {
        return repository.createDeployment().addString(name, model).deploy();
    }
}
