package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.file.Path;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.AuditCommand;
import org.deskwright.audit.Exhibits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.dao.QueryTimeoutException;

/** Half a record is not taken for a whole one. */
class RecordFilesTest {

    private static final int LINES = 20_000;

    private final Exhibits exhibits = mock(Exhibits.class);
    private final StringWriter said = new StringWriter();
    @TempDir
    private Path folder;
    private WebServer server;
    private boolean fails;

    @BeforeEach
    void serve() throws IOException {
        doAnswer(export -> {
            for (int i = 0; i < LINES; i++) {
                ((Writer) export.getArgument(0)).write("{}\n");
            }
            if (fails) {
                throw new QueryTimeoutException("The database does not answer any more");
            }
            return null;
        }).when(exhibits).export(any());
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        server = factory.getWebServer(context -> context.addServlet("export", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                new RecordFiles(exhibits).export(response);
            }
        }).addMapping("/api/v1/audit/export"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void anExportThatFailsHalfwayIsNoExport() {
        assertThat(export()).as(said.toString()).isZero();
        assertThat(said.toString()).contains("60,000 bytes written");
        fails = true;
        assertThat(export()).as(said.toString()).isOne();
        assertThat(said.toString()).contains("Cannot be read or written");
    }

    private int export() {
        PrintWriter out = new PrintWriter(said, true);
        return new AuditCommand().run(out, out, "export", "--out", folder.resolve("record.jsonl").toString(), "--url", "http://127.0.0.1:" + server.getPort());
    }
}
