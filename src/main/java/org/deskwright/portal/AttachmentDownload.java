package org.deskwright.portal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.deskwright.ticket.Attachment;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands out files as files: whatever they claim to be, no browser shows or runs them on the desk's own address. */
@Controller
class AttachmentDownload {

    private final Viewer viewer;
    private final Attachments attachments;

    AttachmentDownload(Viewer viewer, Attachments attachments) {
        this.viewer = viewer;
        this.attachments = attachments;
    }

    @GetMapping("/tickets/{number}/attachments/{id}")
    ResponseEntity<byte[]> get(@PathVariable String number, @PathVariable UUID id, Authentication who) {
        Ticket ticket = viewer.see(number, who);
        Attachment attachment = attachments.of(ticket.number()).stream().filter(file -> file.id().equals(id)).findFirst()
                .orElseThrow(AttachmentDownload::unknown);
        byte[] content = content(ticket.number(), id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(attachment.fileName(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }

    private byte[] content(String number, UUID id) {
        try {
            return attachments.content(number, id)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE, "This file was not kept"));
        } catch (TextUnavailable silent) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "This file cannot be fetched at the moment; please try again later", silent);
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
