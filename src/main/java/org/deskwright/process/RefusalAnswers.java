package org.deskwright.process;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.Overtaken;
import org.deskwright.review.VerdictRefused;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

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
        return Response.status(status(refused)).entity(ExceptionDto.fromException(refused)).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Status status(VerdictRefused refused) {
        if (refused instanceof NotTheirsToDecide) {
            return Status.FORBIDDEN;
        }
        return refused instanceof Overtaken ? Status.CONFLICT : Status.BAD_REQUEST;
    }
}
