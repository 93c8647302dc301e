package org.deskwright.ticket;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that came with requests and replies. */
@Component
public class Attachments {

    /** 25 MB, all files of one message together. */
    public static final long LIMIT_BYTES = 25L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Contents contents;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Contents contents, Clock clock) {
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param source what it came with, as {@link Home} knows it
     * @return its id
     */
    public UUID keep(String number, String fileName, String mediaType, byte[] content, String source) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into attachment (id, ticket_number, file_name, media_type, size_bytes, content, received_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, number, contents.kept(number, fileName, source), mediaType, content.length, contents.kept(number, content, source),
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    public List<Attachment> of(String number) {
        return jdbc.sql("select id, file_name, media_type, size_bytes from attachment where ticket_number = ? order by received_at, file_name")
                .param(number)
                .query((row, i) -> new Attachment(row.getObject("id", UUID.class), row.getString("file_name"),
                        row.getString("media_type"), row.getLong("size_bytes")))
                .list().stream().map(file -> new Attachment(file.id(), contents.shown(number, file.fileName()), file.mediaType(), file.size())).toList();
    }

    /**
     * Name of an attachment, if this ticket has it still.
     *
     * @throws TextUnavailable if it cannot be fetched at the moment
     */
    public Optional<String> fileName(String number, UUID id) {
        return jdbc.sql("select file_name from attachment where ticket_number = ? and id = ?").params(number, id)
                .query(String.class).optional().flatMap(kept -> contents.read(number, kept));
    }

    /**
     * Content of an attachment, if this ticket has it still.
     *
     * @throws TextUnavailable if it cannot be fetched at the moment
     */
    public Optional<byte[]> content(String number, UUID id) {
        return jdbc.sql("select content from attachment where ticket_number = ? and id = ?").params(number, id)
                .query((row, i) -> row.getBytes("content")).optional().flatMap(kept -> contents.file(number, kept));
    }
}
