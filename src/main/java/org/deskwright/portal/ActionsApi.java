package org.deskwright.portal;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.portal.ApiProblems.FieldProblem;
import org.deskwright.resolution.TakeBack;
import org.deskwright.resolution.UnknownAction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public API on what the desk did: have it taken back. Whatever is refused here is on the record. */
@RestController
@RequestMapping(path = "/api/v1/actions", produces = MediaType.APPLICATION_JSON_VALUE)
class ActionsApi {

    private final TakeBack takeBack;
    private final TakenBack takenBack;
    private final AuditLog audit;

    ActionsApi(TakeBack takeBack, TakenBack takenBack, AuditLog audit) {
        this.takeBack = takeBack;
        this.takenBack = takenBack;
        this.audit = audit;
    }

    record Demand(@Schema(description = "Why, for the record and the staff; the requester does not read it", requiredMode = Schema.RequiredMode.REQUIRED) String reason) {
    }

    @Operation(summary = "Have an action taken back",
            description = "For the groups of desk.revocation.entitled on requests that they may read, and for the person whose own account a recovery link was sent for. "
                    + "Asking again answers with the demand in force, unless a person has decided since that the action stays: then this is a new one. What somebody else demands as well is a demand of their own, and what was asked of people before does not answer it. It is carried out within a minute; whatever keeps the desk from that, within four minutes a person has it. "
                    + "What another grant gives as well stays, and no stop switch holds it.")
    @ApiResponse(responseCode = "201", description = "Demanded now")
    @ApiResponse(responseCode = "200", description = "Demanded before; this is how it stands")
    @ApiResponse(responseCode = "400", description = "No reason is given", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "403", description = "Not for this person", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "404", description = "There is no such action", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "409", description = "There is nothing to take back, and why", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping("/{id}/revocation")
    ResponseEntity<RevocationView> revoke(@PathVariable String id, @RequestBody Demand demand, Authentication who) {
        TakeBack.Demanded demanded = takeBack.demand(id, who.getName(), demand.reason());
        return ResponseEntity.status(demanded.created() ? HttpStatus.CREATED : HttpStatus.OK).body(takenBack.view(demanded.revocation(), who.getName()));
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownAction e, HttpServletRequest request) {
        request.setAttribute(RefusedRequests.RECORDED, true);
        return ApiProblems.problem(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(RevocationRefused e, HttpServletRequest request) {
        request.setAttribute(RefusedRequests.RECORDED, true);
        return switch (e.why()) {
            case NO_REASON -> ApiProblems.invalid(List.of(new FieldProblem("reason", e.getMessage())));
            case NOT_ENTITLED -> ApiProblems.problem(HttpStatus.FORBIDDEN, e.getMessage());
            case NOTHING_TO_TAKE_BACK -> ApiProblems.problem(HttpStatus.CONFLICT, e.getMessage());
        };
    }

    /** The other problems of a request are told by {@link ApiErrors}; this one is of a revocation. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e, Authentication who, HttpServletRequest request) {
        request.setAttribute(RefusedRequests.RECORDED, true);
        audit.write(null, "REVOCATION_REFUSED", Actor.person(who.getName()), Map.of("reason", "The request is not as the API describes it"));
        return ApiErrors.notAsDescribed(e);
    }
}
