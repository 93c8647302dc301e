package org.deskwright.inference;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a model gave no answer. The message is for operators and is kept: it never holds the key, nor anything that was sent or received.
 * The cause is not kept, as those of vendors' libraries do hold both.
 */
public abstract sealed class ModelFailure extends RuntimeException {

    private ModelFailure(String message) {
        super(message);
    }

    /** Whether the same call may have an answer a moment later. */
    public abstract boolean isPassing();

    /** The model, or a filter around it, does not want to answer this. */
    public static final class Refused extends ModelFailure {

        public Refused(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /** The provider has had too many calls (429), or has no room at the moment (529). */
    public static final class RateLimited extends ModelFailure {

        private final Duration retryAfter;

        /** @param retryAfter as the provider asks for, not negative; {@code null} if it says nothing that can be read */
        public RateLimited(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /** Nobody answers there, the connection broke, or the provider has trouble of its own (5xx). */
    public static final class Unavailable extends ModelFailure {

        public Unavailable(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /** The answer was not there in time, or not all of it. */
    public static final class TimedOut extends ModelFailure {

        public TimedOut(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /** The request is too long for the model, or its answer was: cut off by the token limit (finish reason "length") or by the limit in bytes. */
    public static final class TooLarge extends ModelFailure {

        public TooLarge(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /** What came is no answer in the vendor's own format, or holds no text. What the text is like, is judged by who asked. */
    public static final class Malformed extends ModelFailure {

        public Malformed(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /** The key, the address or the model's name is wrong (401, 403, 404, 400, a redirect): no call has an answer before a person changes that. */
    public static final class Misconfigured extends ModelFailure {

        public Misconfigured(String message) {
            super(message);
        }

        @Override
        public boolean isPassing() {
            return false;
        }
    }
}
