package org.deskwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * Ground and work packages in one context that starts in a moment, on the database the run asks for. Tests share it: each
 * works on tickets of its own, and time only moves on.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("path")
@SpringBootTest(classes = BareDesk.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = DeskTestEnvironment.class)
@ExtendWith(DeskTestEnvironment.class)
@ExtendWith(FreshLimits.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface BareDeskTest {
}
