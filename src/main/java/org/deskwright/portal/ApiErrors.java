package org.deskwright.portal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.deskwright.audit.NotSealedYet;
import org.deskwright.audit.UnknownEntry;
import org.deskwright.governance.RaiseRefused;
import org.deskwright.governance.StaleRevision;
import org.deskwright.governance.UnknownSwitch;
import org.deskwright.governance.VoteRefused;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.portal.ApiProblems.FieldProblem;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketClosed;
import org.deskwright.ticket.UnknownTicket;
import org.deskwright.triage.ModelRefused;
import org.deskwright.triage.UnknownModel;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns refusals of the packages into problems of the API. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own, which does not name the fields
@RestControllerAdvice(assignableTypes = {TicketsApi.class, ActionsApi.class, AutomationApi.class, RecordApi.class, ErasuresApi.class, ModelsApi.class})
class ApiErrors {

    @ExceptionHandler({UnknownTicket.class, UnknownSwitch.class, UnknownEntry.class, UnknownModel.class})
    ProblemDetail unknown(RuntimeException e) {
        return ApiProblems.problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler({NotSealedYet.class, StaleRevision.class, VoteRefused.class, TicketClosed.class, NotAwaited.class, ModelRefused.class})
    ProblemDetail tooLate(RuntimeException e) {
        return ApiProblems.problem(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail raise(RaiseRefused e) {
        return ApiProblems.invalid(List.of(new FieldProblem("override", e.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail foreign(NotYours e) {
        return ApiProblems.problem(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail keyReused(KeyReused e) {
        return ApiProblems.problem(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidField e) {
        return ApiProblems.invalid(List.of(new FieldProblem(e.field(), e.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException e) {
        return ApiProblems.invalid(e.getFieldErrors().stream().map(error -> new FieldProblem(error.getField(),
                Optional.ofNullable(error.getDefaultMessage()).orElse("is not valid"))).toList());
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentTypeMismatchException e) {
        return ApiProblems.invalid(List.of(new FieldProblem(e.getName(), "\"%s\" is not valid here".formatted(e.getValue()))));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return notAsDescribed(e);
    }

    /** Names the field, where the request has one that is wrong. */
    static ProblemDetail notAsDescribed(HttpMessageNotReadableException e) {
        return e.getCause() instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()
                ? ApiProblems.invalid(List.of(new FieldProblem(field(mismatch), "must be " + wanted(mismatch.getTargetType()))))
                : ApiProblems.problem(HttpStatus.BAD_REQUEST, "The request must be a JSON object that names each field once");
    }

    private static String wanted(Class<?> type) {
        return type == Boolean.class || type == boolean.class ? "true or false"
                : Number.class.isAssignableFrom(type) ? "a number" : "a text";
    }

    private static String field(MismatchedInputException mismatch) {
        return mismatch.getPath().stream().map(Reference::getFieldName).filter(Objects::nonNull).collect(Collectors.joining("."));
    }

    @ExceptionHandler
    ProblemDetail busy(ConcurrencyFailureException e) {
        return ApiProblems.problem(HttpStatus.CONFLICT, "Something else happens to this ticket right now; please try again");
    }

    @ExceptionHandler
    ProblemDetail unavailable(DirectoryUnavailable e) {
        return ApiProblems.problem(HttpStatus.SERVICE_UNAVAILABLE, "The directory does not answer; please try again in a minute");
    }
}
