package org.deskwright.portal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A text that database and mail can keep as it is: what they would change silently is refused before it is stored. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Kept.Check.class)
@interface Kept {

    String message() default "must not contain the character";

    /** Whether it may have line ends and tabs; a subject may not, for it becomes a mail's header. */
    boolean lines() default true;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the character, for nobody can see it. */
    class Check implements ConstraintValidator<Kept, CharSequence> {

        private boolean lines;

        @Override
        public void initialize(Kept wanted) {
            lines = wanted.lines();
        }

        @Override
        public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
            return text == null || Texts.unkept(text, lines).map(character -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate() + " " + character)
                        .addConstraintViolation();
                return false;
            }).orElse(true);
        }
    }
}
