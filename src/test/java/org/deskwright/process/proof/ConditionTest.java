package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the gate has answered "auto" and nothing else is known. */
class ConditionTest {

    private static final State AUTO = new State(Standing.AUTO, Map.of(State.AUTONOMY, "auto"));
    private static final State FIRST_OF_SEVERAL = new State(Standing.PARTLY_APPROVED, Map.of(State.APPROVALS_MISSING, State.SOME));
    private static final State LAST = new State(Standing.APPROVED, Map.of(State.APPROVALS_MISSING, "0"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ${autonomy == 'auto'}                            ; YES
            #{ 'auto' eq autonomy }                          ; YES
            ${autonomy == 'AUTO'}                            ; NO
            ${autonomy != 'auto'}                            ; NO
            ${!(autonomy ne "review")}                       ; NO
            ${autonomy == 'review' || autonomy == 'auto'}    ; YES
            ${autonomy == 'review' or outcome == 'approve'}  ; MAYBE
            ${autonomy == 'auto' && outcome == 'approve'}    ; MAYBE
            ${autonomy == 'review' and outcome == 'approve'} ; NO
            ${autonomy == 'auto' || outcome == 'approve'}    ; YES
            ${outcome == 'approve'}                          ; MAYBE
            ${outcome == autonomy}                           ; MAYBE
            ${autonomy == autonomy}                          ; YES
            ${autonomy == null}                              ; NO
            ${empty autonomy}                                ; NO
            ${not empty autonomy}                            ; YES
            ${autonomy == 'auto' ? false : true}             ; NO
            ${outcome == 'approve' ? true : true}            ; MAYBE
            ${autonomy.equals('auto')}                       ; MAYBE
            ${autonomy < 'b'}                                ; MAYBE
            ${true}                                          ; YES
            ${(false)}                                       ; NO
            ${requesterKnown}                                ; MAYBE
            true                                             ; MAYBE
            yes ${autonomy == 'review'}                      ; MAYBE
            ${autonomy ==                                    ; MAYBE
            """)
    void anExpressionIsReadAsTheEngineReadsIt(String expression, Truth answer) {
        assertThat(Condition.of(expression, null).in(AUTO)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ${approvalsMissing == 0}                         ; NO    ; YES
            ${approvalsMissing == '0'}                       ; MAYBE ; MAYBE
            ${approvalsMissing == '00'}                      ; MAYBE ; MAYBE
            ${approvalsMissing == ''}                        ; MAYBE ; MAYBE
            ${approvalsMissing != 0}                         ; YES   ; NO
            ${approvalsMissing == 1}                         ; MAYBE ; NO
            ${approvalsMissing == '> 0'}                     ; MAYBE ; MAYBE
            ${approvalsMissing == approvalsMissing}          ; MAYBE ; YES
            ${approvalsMissing > 0}                          ; MAYBE ; MAYBE
            ${approvalsMissing == 0.0}                       ; MAYBE ; MAYBE
            """)
    void ofApprovalsOnlyNoneIsANumber(String expression, Truth some, Truth none) {
        Condition condition = Condition.of(expression, null);
        assertThat(condition.in(FIRST_OF_SEVERAL)).isEqualTo(some);
        assertThat(condition.in(LAST)).isEqualTo(none);
    }

    @Test
    void aScriptProvesNothing() {
        assertThat(Condition.of("${autonomy == 'review'}", "groovy").in(AUTO)).isEqualTo(Truth.MAYBE);
    }
}
