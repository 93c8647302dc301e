package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task that came up before the desk stored whom it asks: nobody decides at it until the desk has asked again. */
@DeskTest
class UnaskedTasksTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private UnaskedTasks unasked;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void itIsRefusedWithWhatToDoAndAskedAnewAtTheNextStart() {
        String number = asOfOld();
        Task task = desk.task(number);
        assertThatThrownBy(() -> desk.decide(number, "kwame.mensah", "approve", Map.of()))
                .hasMessage("This task came up before the desk kept whom it asks. It asks when it is started again");
        unasked.ask();
        assertThat(desk.candidateGroups(task)).containsExactly("security");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void oneThatCannotBeAskedKeepsNoOtherFromIt() {
        String broken = asOfOld();
        tasks.removeVariable(desk.task(broken).getId(), "actionId");
        String number = asOfOld();
        unasked.ask();
        assertThatThrownBy(() -> desk.decide(broken, "kwame.mensah", "approve", Map.of())).hasMessageContaining("when it is started again");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whoWasAskedIsNotAskedTwice() {
        String number = waiting();
        String before = jdbc.sql("select asked_at from review_request where task_id = ?").param(desk.task(number).getId()).query(String.class).single();
        unasked.ask();
        assertThat(jdbc.sql("select asked_at from review_request where task_id = ?").param(desk.task(number).getId()).query(String.class).list())
                .containsExactly(before);
    }

    private String waiting() {
        classifier.believe("access-request", 0.99);
        return desk.file("ben.okafor", "Reports", "I need the finance reports");
    }

    /** Then, everybody in the queue's group could take it. */
    private String asOfOld() {
        String number = waiting();
        String task = desk.task(number).getId();
        jdbc.sql("delete from review_request where task_id = ?").param(task).update();
        tasks.deleteCandidateGroup(task, "security");
        tasks.addCandidateGroup(task, "iam-specialists");
        return number;
    }
}
