package org.deskwright.intake;

import java.util.Optional;

import org.deskwright.identity.Directory;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.identity.Person;
import org.springframework.stereotype.Component;

/**
 * A code that somebody has on their phone and writes into a new request would be read by all staff. Every number that looks
 * like one is masked then: to mask the right one alone would tell a guesser that it is right.
 */
@Component
class OpenCodes {

    private final OneTimeCodes codes;
    private final Directory directory;

    OpenCodes(OneTimeCodes codes, Directory directory) {
        this.codes = codes;
        this.directory = directory;
    }

    Request hide(Request request) {
        Request masked = request.masked();
        return !masked.equals(request) && loginOf(request).filter(codes::isAwaitedFrom).isPresent() ? masked : request;
    }

    private Optional<String> loginOf(Request request) {
        return request.requester() != null ? Optional.of(request.requester())
                : Optional.ofNullable(request.sender()).flatMap(directory::byMail).map(Person::login);
    }
}
