package org.deskwright.portal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.deskwright.audit.Erasures;
import org.deskwright.audit.OwnErasure;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Has the record forget a person. It cannot be taken back, so it is for security alone, who answer for it by name. */
@RestController
@RequestMapping(path = "/api/v1/audit/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
class ErasuresApi {

    private static final int LONGEST_NAME = 320;
    private static final int LONGEST_REASON = 1_000;

    private final Viewer viewer;
    private final Erasures erasures;

    ErasuresApi(Viewer viewer, Erasures erasures) {
        this.viewer = viewer;
        this.erasures = erasures;
    }

    record Erasure(@Schema(description = "Login or mail address of whom the record is to forget")
                   @NotBlank(message = "must not be empty") @Size(max = LONGEST_NAME, message = "must have at most {max} characters") String person,
                   @Schema(description = "Why, for the record")
                   @NotBlank(message = "must not be empty") @Size(max = LONGEST_REASON, message = "must have at most {max} characters") String reason) {
    }

    @Operation(summary = "Have the record forget a person",
            description = "For the group security, and of nobody's own name. Whoever decided something that is on the record is forgotten once a second person of the group "
                    + "demands it within seven days. Their key is destroyed: the entries stay, are still proved, and nobody reads who they are about or what "
                    + "was written any more. What a new request of theirs leaves is another person's to the record. Tickets are not touched.")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    @ApiResponse(responseCode = "202", description = "Another person of the group has to demand it as well")
    @ApiResponse(responseCode = "400", description = "What is named is no person", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "403", description = "Not for this person", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(responseCode = "404", description = "The record knows nobody of this name", content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemDetail.class)))
    @PostMapping
    ResponseEntity<Void> forget(@Valid @RequestBody Erasure erasure, Authentication who) {
        viewer.requireErasure(who);
        return switch (outcome(erasure, who.getName())) {
            case FORGOTTEN -> ResponseEntity.noContent().build();
            case AWAITS_SECOND_WORD -> ResponseEntity.accepted().build();
            case UNKNOWN -> throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The record knows nobody of the name " + erasure.person());
        };
    }

    private Erasures.Outcome outcome(Erasure erasure, String by) {
        try {
            return erasures.forget(erasure.person(), by, erasure.reason());
        } catch (OwnErasure own) {
            throw new NotYours(own.getMessage());
        } catch (IllegalArgumentException nobody) {
            throw new InvalidField("person", nobody.getMessage());
        }
    }
}
