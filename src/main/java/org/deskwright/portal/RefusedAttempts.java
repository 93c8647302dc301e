package org.deskwright.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Whoever tries to change something of the desk or of a ticket and is refused is on the record, whatever the reason. */
@Component
class RefusedAttempts implements HandlerInterceptor, WebMvcConfigurer {

    private final RecordedRefusals refusals;

    RefusedAttempts(RecordedRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/v1/automation/**", "/staff/automation/**", "/api/v1/models/**", "/staff/classifier/**",
                "/api/v1/tickets/**", "/tickets/**");
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        if (!request.getMethod().equals("GET")) {
            refusals.record(kind(request.getRequestURI()), request, response);
        }
    }

    private static String kind(String path) {
        if (path.contains("/automation")) {
            return "AUTOMATION_REFUSED";
        }
        return path.contains("/models") || path.contains("/staff/classifier") ? "MODEL_REFUSED" : "REQUEST_REFUSED";
    }
}
