package org.deskwright.portal;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.Exhibits;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Files that outsiders check the record with, the same over the API and from the pages. */
@Component
class RecordFiles {

    static final String JSON_LINES = "application/jsonl";

    private final Exhibits exhibits;

    RecordFiles(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    ResponseEntity<String> proof(UUID entry) {
        return file(entry + ".tlog-proof", exhibits.proof(entry));
    }

    ResponseEntity<String> key() {
        return file("record.vkey", exhibits.key());
    }

    /**
     * Whatever the size, line by line. One that fails halfway is not ended: the connection breaks, and whoever reads notices.
     *
     * @throws IllegalStateException if it fails; nobody makes an answer of that, which would end it as well
     */
    void export(HttpServletResponse response) throws IOException {
        response.setContentType(JSON_LINES);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment("record.jsonl"));
        Writer out = response.getWriter();
        try {
            exhibits.export(out);
        } catch (RuntimeException e) {
            throw new IllegalStateException("The export of the record broke off", e);
        }
        out.close();
    }

    private static ResponseEntity<String> file(String name, String text) {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, attachment(name)).cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(text);
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
