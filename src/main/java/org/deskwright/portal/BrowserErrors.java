package org.deskwright.portal;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.NotSealedYet;
import org.deskwright.audit.UnknownEntry;
import org.deskwright.governance.UnknownSwitch;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.resolution.UnknownAction;
import org.deskwright.ticket.UnknownTicket;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * People with a browser get a page that says what to do. Programs, and everything below {@code /api}, get what the API
 * says. It comes before Spring's own resolvers, which would show browsers problem+json.
 */
@Component
@Order(-1)
class BrowserErrors implements HandlerExceptionResolver {

    @Override
    public ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        HttpStatusCode status = status(e);
        if (status == null || isApi(request)) {
            return null;
        }
        if (!acceptsPages(request)) {
            return e instanceof ErrorResponse ? null : plain(response, status);
        }
        Map<String, Object> model = e instanceof NotYours || e instanceof UnknownAction ? Map.of("status", status.value(), "advice", e.getMessage() + ".")
                : Map.of("status", status.value());
        return new ModelAndView("error", model, HttpStatus.valueOf(status.value()));
    }

    private static HttpStatusCode status(Exception e) {
        if (e instanceof NotYours) {
            return HttpStatus.FORBIDDEN;
        }
        if (e instanceof UnknownTicket || e instanceof UnknownSwitch || e instanceof UnknownEntry || e instanceof UnknownAction) {
            return HttpStatus.NOT_FOUND;
        }
        if (e instanceof DirectoryUnavailable) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        if (e instanceof ConcurrencyFailureException || e instanceof NotSealedYet) {
            return HttpStatus.CONFLICT;
        }
        if (e instanceof TypeMismatchException || e instanceof InvalidField) {
            return HttpStatus.BAD_REQUEST;
        }
        return e instanceof ErrorResponse answer ? answer.getStatusCode() : null;
    }

    /** A status without a page, for programs that read pages. */
    private static ModelAndView plain(HttpServletResponse response, HttpStatusCode status) {
        try {
            response.sendError(status.value());
            return new ModelAndView();
        } catch (IOException gone) {
            return null;
        }
    }

    private static boolean acceptsPages(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
