package org.deskwright.portal;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever tries to change something of the desk or of a ticket and is refused is on the record, whatever the reason. */
@Component
class RefusedAttempts implements HandlerInterceptor, WebMvcConfigurer {

    private static final int FIRST_REFUSAL = 400;

    private final AuditLog audit;

    RefusedAttempts(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/automation/**", "/staff/automation/**", "/api/v1/tickets/**", "/tickets/**");
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        if (!request.getMethod().equals("GET") && response.getStatus() >= FIRST_REFUSAL) {
            String kind = request.getRequestURI().contains("/automation") ? "AUTOMATION_REFUSED" : "REQUEST_REFUSED";
            audit.write(null, kind, request.getRemoteUser(), Map.of("method", request.getMethod(),
                    "path", request.getRequestURI(), "status", response.getStatus()));
        }
    }
}
