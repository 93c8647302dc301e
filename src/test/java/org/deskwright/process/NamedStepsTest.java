package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Plan;
import org.deskwright.process.proof.Role;
import org.deskwright.resolution.Actions;
import org.junit.jupiter.api.Test;

/** The proof knows delegates by name; here their code says that the names are right, and that none is missing. */
class NamedStepsTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.deskwright.process");

    @Test
    void whoeverPlansIsNamed() {
        assertThat(delegatesThat(call -> call.getTargetOwner().isEquivalentTo(Planning.class))).isEqualTo(Role.PLAN.delegates());
    }

    @Test
    void whoeverAsksTheGateIsNamed() {
        assertThat(delegatesThat(call -> asksTheGate(call) && takesAPlan(call))).isEqualTo(Role.GATE.delegates());
        assertThat(delegatesThat(call -> asksTheGate(call) && !takesAPlan(call))).isEqualTo(Role.ROUTING.delegates());
    }

    @Test
    void whoeverActsIsNamed() {
        assertThat(delegatesThat(call -> call.getTargetOwner().isEquivalentTo(Actions.class) && call.getTarget().getName().equals("perform"))).isEqualTo(Role.ACT.delegates());
    }

    /** What the gate answered, what a person decided and how a process ended is set by the first of each, and only read by others. */
    @Test
    void nobodyElseHasToDoWithWhatTheProofFollows() {
        assertThat(thatTouch("AUTONOMY")).containsExactlyInAnyOrder("DecideClearance", "DecideAutonomy");
        assertThat(thatTouch("OUTCOME")).containsExactlyInAnyOrder("PersonDecides", "PersonIsAsked", "Forms", "OnlyAnswers");
        assertThat(thatTouch("END_STATE")).containsExactlyInAnyOrder("ModelRules", "CloseTicket", "EscalateTicket", "ReportResolution", "MainProcess");
        assertThat(thatTouch("ACTION_ID")).containsExactlyInAnyOrder("Planning", "PlanRevocation", "DecideClearance", "Questions", "PerformAction",
                "RevocationProcess", "RevocationEnds"); // which only look whose plan it was
    }

    private static boolean asksTheGate(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(Gate.class) && call.getTarget().getName().equals("ask");
    }

    private static boolean takesAPlan(JavaMethodCall call) {
        return call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Plan.class));
    }

    private static Set<String> delegatesThat(Predicate<JavaMethodCall> does) {
        return CODE.stream().filter(type -> type.isAssignableTo(Delegate.class) && type.getMethodCallsFromSelf().stream().anyMatch(does))
                .map(type -> Introspector.decapitalize(type.getSimpleName())).collect(Collectors.toSet());
    }

    private static Set<String> thatTouch(String variable) {
        return CODE.stream().filter(type -> type.getFieldAccessesFromSelf().stream().anyMatch(access ->
                        access.getTargetOwner().isEquivalentTo(Variables.class) && access.getTarget().getName().equals(variable)))
                .filter(type -> !type.isEquivalentTo(Variables.class)).map(JavaClass::getSimpleName).collect(Collectors.toSet());
    }
}
