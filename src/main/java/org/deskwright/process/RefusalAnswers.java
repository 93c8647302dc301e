package org.deskwright.process;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.Overtaken;
import org.deskwright.review.VerdictRefused;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.springframework.http.MediaType;

/**
 * A refused decision over HTTP: 403 for who may not decide, 409 for who came too late, 400 for an answer that cannot be
 * taken, with the refusal's own sentence. Found by name in {@code META-INF/services}, for the engine's REST interface and that of its web applications
 * are two applications, of which only one takes our beans.
 */
public class RefusalAnswers implements AutoDiscoverable, ExceptionMapper<VerdictRefused> {

    @Override
    public void configure(FeatureContext application) {
        application.register(this);
    }

    @Override
    public Response toResponse(VerdictRefused refused) {
        Status status = status(refused);
        return Response.status(status).entity(new EngineProblem(refused.getClass().getSimpleName(), status.getStatusCode(), refused.getMessage()))
                .type(MediaType.APPLICATION_PROBLEM_JSON_VALUE).build();
    }

    private static Status status(VerdictRefused refused) {
        if (refused instanceof NotTheirsToDecide) {
            return Status.FORBIDDEN;
        }
        return refused instanceof Overtaken ? Status.CONFLICT : Status.BAD_REQUEST;
    }
}
