package org.deskwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in front of the running desk: over HTTP alone, with a browser's cookies or a machine's HTTP Basic. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;
    private String basic;

    private Visitor(String base) {
        this.base = base;
    }

    public static Visitor stranger(String base) {
        return new Visitor(base);
    }

    /** Has signed in on the portal's page, as people do. */
    public static Visitor signedIn(String base, String login) {
        Visitor visitor = new Visitor(base);
        Matcher token = CSRF.matcher(visitor.get("/login").body());
        String form = "username=%s&password=demo&_csrf=%s".formatted(login, token.find() ? encoded(token.group(1)) : "");
        HttpResponse<String> answer = visitor.send("POST", "/login", "application/x-www-form-urlencoded", form);
        if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("%s could not sign in: %s".formatted(login, answer));
        }
        visitor.get("/camunda/api/admin/auth/user/default"); // as the web applications do; it gives the token they send back
        return visitor;
    }

    /** Sends login and password with every request, as machines do. */
    public static Visitor machine(String base, String login) {
        Visitor visitor = new Visitor(base);
        visitor.basic = "Basic " + Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
        return visitor;
    }

    /** Comes from a foreign page: the session is there, what the engine's own pages know is not. */
    public Visitor lured() {
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).toList()
                .forEach(cookie -> cookies.getCookieStore().remove(URI.create(base), cookie));
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    public HttpResponse<String> get(String path, Map<String, String> headers) {
        return send("GET", path, null, null, headers);
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, json, Map.of());
    }

    public HttpResponse<String> post(String path, String json, Map<String, String> headers) {
        return send("POST", path, "application/json", json, headers);
    }

    /** Opens a page and sends its form. */
    public HttpResponse<String> submit(String page, String path, String fields) {
        Matcher token = CSRF.matcher(get(page).body());
        return send("POST", path, "application/x-www-form-urlencoded", fields + "&_csrf=" + (token.find() ? encoded(token.group(1)) : ""));
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", json);
    }

    public HttpResponse<String> call(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    /** Any request at all, spelled as it is given. */
    public HttpResponse<String> ask(String method, String path, String json, Map<String, String> headers) {
        return send(method, path, json == null ? null : "application/json", json, headers);
    }

    /** Uploads one model as the Modeler does. */
    public HttpResponse<String> deploy(String path, String file, String model) {
        return send("POST", path, "multipart/form-data; boundary=part",
                part("deployment-name\"", "text/plain", "test") + part("data\"; filename=\"" + file + "\"", "application/octet-stream", model) + "--part--\r\n");
    }

    public HttpResponse<String> deployFor(String tenant, String path, String file, String model) {
        return send("POST", path, "multipart/form-data; boundary=part", part("deployment-name\"", "text/plain", "test") + part("tenant-id\"", "text/plain", tenant)
                + part("data\"; filename=\"" + file + "\"", "application/octet-stream", model) + "--part--\r\n");
    }

    /** Uploads a variable as JSON, to be made into an object of that type. */
    public HttpResponse<String> upload(String path, String json, String type) {
        return send("POST", path, "multipart/form-data; boundary=part",
                part("data\"", "application/json", json) + part("type\"", "text/plain", type) + "--part--\r\n");
    }

    private static String part(String name, String type, String content) {
        return "--part\r\nContent-Disposition: form-data; name=\"%s\r\nContent-Type: %s\r\n\r\n%s\r\n".formatted(name, type, content);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) {
        return send(method, path, type, body, Map.of());
    }

    private HttpResponse<String> send(String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::setHeader);
        if (basic != null) {
            request.header("Authorization", basic);
        }
        // the engine's own protection against forged requests
        cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
