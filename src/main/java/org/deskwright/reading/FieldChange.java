package org.deskwright.reading;

import java.util.Optional;

/**
 * What is to be changed in an employee's record.
 *
 * @param field id of the field, as the headings of {@code fields.txt}
 * @param value as written; none where it is not said, or where more than one might be it
 */
public record FieldChange(String field, Optional<String> value) {
}
