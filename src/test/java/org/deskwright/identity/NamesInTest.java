package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Whose names stay on this machine: nobody is forgotten because a text is long, and who cannot be looked up keeps all of it here. */
class NamesInTest {

    private static final Person ADA = new Person("ada.lindqvist", "Ada Lindqvist", "ada@example.org", null, null, null, Set.of(), true);
    private static final Person BEN = new Person("ben.okafor", "Ben Okafor", "ben@example.org", null, null, null, Set.of(), true);
    private final Directory directory = mock(Directory.class);
    private final NamesIn names = new NamesIn(directory);

    @Test
    void itsWriterAndWhomItNames() {
        when(directory.byLogin("ben.okafor")).thenReturn(Optional.of(BEN));
        when(directory.namedIn("Ask Ada Lindqvist")).thenReturn(new Named(List.of(ADA), true));
        assertThat(names.of("Ask Ada Lindqvist", "ben.okafor")).containsExactly("Ada Lindqvist", "ada.lindqvist", "Ben Okafor", "ben.okafor");
    }

    /** The name stands where the text is cut in two. */
    @Test
    void aLongTextIsReadInParts() {
        String text = "word ".repeat(998) + "Ada Lindqvist " + "word ".repeat(1_000);
        when(directory.namedIn(any())).thenAnswer(asked -> {
            String part = asked.getArgument(0);
            return new Named(part.contains("Ada Lindqvist") ? List.of(ADA) : List.of(), part.length() < 2_000);
        });
        assertThat(names.of(text, null)).containsExactly("Ada Lindqvist", "ada.lindqvist");
    }

    @Test
    void whatCannotBeReadToItsEndIsAnsweredByNobody() {
        when(directory.namedIn(any())).thenReturn(new Named(List.of(), false));
        assertThatThrownBy(() -> names.of("a ".repeat(5_000), null)).isInstanceOf(DirectoryUnavailable.class);
    }
}
