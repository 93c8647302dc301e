package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whoever halts a ticket in the engine, or makes a step of it run, finds themselves on the record. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class OperationsOnRecordTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private ManagementService management;
    @Autowired
    private HistoryService history;
    @Autowired
    private Reading reading;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private Job timer;

    @BeforeEach
    void aTicketWaits() {
        classifier.believe("software", 0.9);
        number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        String instance = desk.task(number).getProcessInstanceId();
        desk.decide(number, "hana.sato", "ask", Map.of("text", "Since when?"));
        timer = management.createJobQuery().processInstanceId(instance).timers().activityId("timerEvent_oneWeekPassed").singleResult();
    }

    @Test
    void whatIsDoneByHandInTheEngineIsInTheStory() {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        String instance = "/process-instance/" + timer.getProcessInstanceId() + "/suspended";
        assertThat(noor.put(WEBAPP + instance, "{\"suspended\":true}").statusCode()).isEqualTo(204);
        assertThat(noor.put(WEBAPP + instance, "{\"suspended\":false}").statusCode()).isEqualTo(204);
        assertThat(noor.put(WEBAPP + "/job/" + timer.getId() + "/duedate", "{\"duedate\":\"2031-05-06T07:08:09.000+0000\"}").statusCode()).isEqualTo(204);
        assertThat(Visitor.machine(base, "noor.ali").put("/engine-rest/job/" + timer.getId() + "/retries", "{\"retries\":3}").statusCode()).isEqualTo(204);
        List<ReadEntry> operations = reading.story(number).stream().filter(entry -> entry.kind().equals("ENGINE_OPERATION")).toList();
        assertThat(operations).extracting(ReadEntry::who).containsOnly("noor.ali");
        assertThat(operations).extracting(ReadEntry::headline).containsExactly(
                "noor.ali: suspend (ProcessInstance, process fulfil-request).",
                "noor.ali: activate (ProcessInstance, process fulfil-request).",
                "noor.ali: set due date (Job at one week passed, process fulfil-request).",
                "noor.ali: set job retries (Job at one week passed, process fulfil-request).");
        assertThat(operations).extracting(ReadEntry::words).as("what it was and what it became").satisfiesExactly(
                suspended -> assertThat(suspended).endsWith("suspensionState: – becomes suspended."),
                activated -> assertThat(activated).endsWith("suspensionState: – becomes active."),
                due -> assertThat(due).contains("duedate: ").endsWith("becomes 2031-05-06T07:08:09Z."),
                retries -> assertThat(retries).endsWith("retries: 5 becomes 3."));
        assertThat(history.createUserOperationLogQuery().count()).as("what the engine itself keeps of it").isZero();
    }

    @Test
    void whatHaltsEveryTicketIsInTheStoryOfEach() {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        String definition = WEBAPP + "/process-definition/" + timer.getProcessDefinitionId() + "/suspended";
        String jobs = WEBAPP + "/job-definition/" + timer.getJobDefinitionId() + "/suspended";
        for (boolean suspended : new boolean[] {true, false}) {
            assertThat(noor.put(definition, "{\"suspended\":%s,\"includeProcessInstances\":true}".formatted(suspended)).statusCode()).isEqualTo(204);
            assertThat(noor.put(jobs, "{\"suspended\":%s,\"includeJobs\":true}".formatted(suspended)).statusCode()).isEqualTo(204);
        }
        assertThat(reading.story(number)).filteredOn(entry -> entry.kind().equals("ENGINE_OPERATION")).extracting(ReadEntry::headline).containsExactly(
                "noor.ali: suspend process definition (ProcessDefinition, process fulfil-request).",
                "noor.ali: suspend job definition (JobDefinition at one week passed, process fulfil-request).",
                "noor.ali: activate process definition (ProcessDefinition, process fulfil-request).",
                "noor.ali: activate job definition (JobDefinition at one week passed, process fulfil-request).");
    }

    @Test
    void whatHaltsNobodyIsOnTheRecordWithoutATicket() {
        long before = desk.recorded("ENGINE_OPERATION", "noor.ali");
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        String definition = WEBAPP + "/process-definition/" + timer.getProcessDefinitionId() + "/suspended";
        assertThat(noor.put(definition, "{\"suspended\":true,\"includeProcessInstances\":false}").statusCode()).isEqualTo(204);
        assertThat(noor.put(definition, "{\"suspended\":false,\"includeProcessInstances\":false}").statusCode()).isEqualTo(204);
        assertThat(desk.recorded("ENGINE_OPERATION", "noor.ali")).isEqualTo(before + 2);
        assertThat(reading.story(number)).extracting(ReadEntry::kind).doesNotContain("ENGINE_OPERATION");
    }

    /** The engine would do it without anybody, and no story would say so. */
    @Test
    void nobodyHaltsAnythingForLater() {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        for (String what : new String[] {"/process-definition/" + timer.getProcessDefinitionId(), "/job-definition/" + timer.getJobDefinitionId()}) {
            String later = "{\"suspended\":true,\"executionDate\":\"2031-05-06T07:08:09.000+0000\"}";
            assertThat(noor.put(WEBAPP + what + "/suspended", later).statusCode()).as(what).isEqualTo(403);
        }
        assertThat(management.createJobQuery().timers().list()).as("waits for later").extracting(job -> ((JobEntity) job).getJobHandlerType())
                .isNotEmpty().noneMatch(handler -> handler.contains("suspend"));
    }

    @Test
    void aJobThatIsRunByHandRunsAndSaysByWhom() {
        assertThat(Visitor.signedIn(base, "noor.ali").post(WEBAPP + "/job/" + timer.getId() + "/execute", "{}").statusCode()).isEqualTo(204);
        assertThat(management.createJobQuery().jobId(timer.getId()).count()).isZero();
        assertThat(reading.story(number)).filteredOn(entry -> entry.kind().equals("ENGINE_OPERATION")).extracting(ReadEntry::headline)
                .containsExactly("noor.ali: execute (Job at one week passed, process fulfil-request).");
    }

    @Test
    void whatPeopleDoWithTheirTasksIsToldOnceInItsOwnWords() {
        assertThat(reading.story(number)).extracting(ReadEntry::kind).contains("HUMAN_DECISION").doesNotContain("ENGINE_OPERATION");
        classifier.believe("software", 0.9);
        String another = desk.file("ada.lindqvist", "Word", "Word is slow");
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        assertThat(hana.post("%s/task/%s/claim".formatted(WEBAPP, desk.task(another).getId()), "{\"userId\":\"hana.sato\"}").statusCode()).isEqualTo(204);
        assertThat(reading.story(another)).extracting(ReadEntry::kind).contains("TAKEN").doesNotContain("ENGINE_OPERATION");
    }
}
