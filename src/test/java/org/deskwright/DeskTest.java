package org.deskwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole desk in one context, with real directory and mail server on free ports, on the database the run asks for.
 * Nothing runs by itself: tests drive jobs, timers and deliveries by hand, and say what the classifier believes.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "desk.mail.poll-interval=1d",
        "desk.delivery-interval=1d", "desk.follow-up-every=1d"})
@ExtendWith(FreshLimits.class)
@ExtendWith(SameGroups.class)
@ActiveProfiles("embedded")
@ContextConfiguration(initializers = DeskTestEnvironment.class)
@ExtendWith(DeskTestEnvironment.class)
@Import({ScriptedClassifier.class, Desk.class})
public @interface DeskTest {

    /** With {@code DEFINED_PORT} the desk also answers HTTP, on a free port that {@code desk.base-url} names. */
    @AliasFor(annotation = SpringBootTest.class)
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;
}
