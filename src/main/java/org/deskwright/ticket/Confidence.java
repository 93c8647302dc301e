package org.deskwright.ticket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * How sure a performer is of an answer, and on what ground. Checked here, before any decision table sees it: a number
 * that is not a probability cannot exist.
 *
 * @param value      probability in [0, 1]
 * @param raw        what the performer itself said, before it was fitted to outcomes; also in [0, 1]
 * @param calibrated whether {@code value} was fitted to held-out outcomes; uncalibrated counts as medium at best
 * @param source     who says so: classifier name and version, or {@code person:<login>}, or the desk itself
 * @param n          number of held-out outcomes the calibration rests on; 0 if uncalibrated
 * @param method     calibration method, for instance {@code isotonic}; {@code null} if uncalibrated
 * @param dataHash   SHA-256 (hex) of the data learned from; {@code null} for people
 */
public record Confidence(double value, double raw, boolean calibrated, String source, int n, String method, String dataHash) {

    private static final String PERSON = "person:";
    private static final String PEOPLE = "people";
    private static final Comparator<Confidence> LOWER_FIRST = Comparator.comparingDouble(Confidence::value).thenComparing(Confidence::calibrated);

    /** @throws IllegalArgumentException if the value is NaN, infinite or outside [0, 1], or the source is missing */
    public Confidence {
        if (!isProbability(value) || !isProbability(raw)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, but this one is " + (isProbability(value) ? raw : value));
        }
        if (source == null || source.isBlank()) {
            throw new IllegalArgumentException("A confidence names its source");
        }
    }

    /** Of a performer whose own word is what counts. */
    public Confidence(double value, boolean calibrated, String source, int n, String method, String dataHash) {
        this(value, value, calibrated, source, n, method, dataHash);
    }

    /** @return {@code null} if the other is: then nobody has said how sure they are */
    public Confidence orLower(Confidence other) {
        return other == null || LOWER_FIRST.compare(other, this) < 0 ? other : this;
    }

    /** Whether a classifier says so; what a person said, or the desk filed itself, no classifier overrules. */
    public boolean isGuess() {
        return !source.startsWith(PERSON) && !source.equals(Timeline.DESK);
    }

    /** Not so for NaN, which compares with nothing. */
    public static boolean isProbability(double value) {
        return value >= 0 && value <= 1;
    }

    /** Nobody has said how sure they are, or what they said is no probability: the desk does nothing on that ground. */
    public static Confidence missing() {
        return new Confidence(0, false, "missing", 0, null, null);
    }

    /** Nobody was to say what it is but people. */
    public static Confidence leftToPeople() {
        return new Confidence(0, false, PEOPLE, 0, null, null);
    }

    public boolean isLeftToPeople() {
        return source.equals(PEOPLE);
    }

    /** As people read it everywhere: {@code 93 %}. Rounded down, so that 99.6 % is not shown as certain. */
    public String percent() {
        return BigDecimal.valueOf(value).movePointRight(2).setScale(0, RoundingMode.FLOOR) + " %";
    }

    /** The desk filed it itself, of something that it did. */
    public static Confidence ofTheDesk() {
        return new Confidence(1, true, Timeline.DESK, 1, null, null);
    }

    /** A person said so. */
    public static Confidence of(String login) {
        return new Confidence(1, true, PERSON + login, 1, null, null);
    }
}
