package org.deskwright.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.deskwright.intake.Enclosure;
import org.deskwright.ticket.Attachments;
import org.springframework.web.multipart.MultipartFile;

/** The files of a posted form; a file field left empty posts one without a name. */
record Uploads(List<MultipartFile> files) {

    static Uploads of(List<MultipartFile> posted) {
        return new Uploads(posted == null ? List.of()
                : posted.stream().filter(file -> file.getOriginalFilename() != null && !file.getOriginalFilename().isBlank()).toList());
    }

    Optional<String> problem() {
        long bytes = files.stream().mapToLong(MultipartFile::getSize).sum();
        return bytes <= Attachments.LIMIT_BYTES ? Optional.empty()
                : Optional.of("Your files have %d MB together; 25 MB is the most. Please choose fewer or smaller ones."
                        .formatted((bytes + 1024 * 1024 - 1) / (1024 * 1024)));
    }

    List<Enclosure> enclosures() {
        List<Enclosure> enclosures = new ArrayList<>();
        for (MultipartFile file : files) {
            try {
                enclosures.add(new Enclosure(file.getOriginalFilename(), file.getContentType(), file.getBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return enclosures;
    }
}
