package org.deskwright.portal;

/** Texts as browsers send them. */
final class Texts {

    private Texts() {
    }

    /** With line feeds as line ends, and without NUL, which databases refuse. */
    static String plain(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
    }
}
