package org.deskwright.portal;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** Says on the page of a 403 that came before any controller why it came: a forged or stale form, or a page for others. */
@Component
class ErrorAdvice extends DefaultErrorAttributes {

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        if (Integer.valueOf(HttpStatus.FORBIDDEN.value()).equals(attributes.get("status"))) {
            attributes.put("advice", advice(request));
        }
        return attributes;
    }

    private static String advice(WebRequest request) {
        if (attribute(request, WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return "What you sent did not arrive: your session may have ended, or your files were larger than 25 MB together. "
                    + "Go back, reload the page and try again.";
        }
        String address = String.valueOf(attribute(request, RequestDispatcher.ERROR_REQUEST_URI));
        if (address.contains("/camunda/app/tasklist")) {
            return "This page is for the service desk's staff. What you asked for, and what became of it, is on the list of your requests.";
        }
        return address.contains("/camunda/") ? "This page is for the people who run the service desk."
                : "You may not do this with your login.";
    }

    private static Object attribute(WebRequest request, String name) {
        return request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
    }
}
