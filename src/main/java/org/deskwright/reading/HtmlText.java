package org.deskwright.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** What a person would see of an HTML mail. What is hidden from people is kept from the desk too. */
public final class HtmlText implements NodeFilter {

    private static final String NEVER_SHOWN =
            "script, style, head, title, template, noscript, iframe, object, svg, select, [hidden], input";
    private static final Pattern HIDING = Pattern.compile("display:none|visibility:hidden|mso-hide:all"
            + "|opacity:0(\\.0+)?(;|$|!)|font-size:0(\\.0+)?(px|pt|em|rem|%)?(;|$|!)"
            + "|text-indent:-\\d{3,}|(^|;)(left|top):-\\d{3,}");
    private static final Pattern CLOSED = Pattern.compile("(^|;)(max-)?(height|width):0(px)?(;|$|!)");
    private static final Set<String> BLOCKS = Set.of("p", "div", "tr", "table", "ul", "ol", "li", "blockquote", "pre",
            "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "article", "header", "footer", "address", "dd", "dt");
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6");
    private static final int MAX_LINK = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final Set<Node> unseen = new HashSet<>();
    private int preformatted;
    private int hidden;
    private int anchor;

    private HtmlText() {
    }

    public static String of(String html) {
        return read(html).text();
    }

    static HtmlText read(String html) {
        Document document = Jsoup.parse(html);
        HtmlText shown = new HtmlText();
        shown.hide(StyleSheet.hiding(document, HtmlText::hides));
        shown.hide(document.select("[style]").stream().filter(element -> hides(element.attr("style"))).toList());
        shown.hide(document.select("[hidden]"));
        shown.unseen.addAll(document.select(NEVER_SHOWN));
        document.body().filter(shown);
        return shown;
    }

    /** The patterns begin only where a run begins: a million spaces would take minutes otherwise. */
    String text() {
        return text.toString().replaceAll("(?<![ \\u00A0])[ \\u00A0]++\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    /** How many places hold something that no program shows. */
    int hidden() {
        return hidden;
    }

    private void hide(List<Element> elements) {
        elements.stream().filter(unseen::add).filter(element -> element.childNodeSize() > 0).forEach(element -> hidden++);
    }

    static boolean hides(String declarations) {
        String css = declarations.toLowerCase(Locale.ROOT).replaceAll("/\\*.*?\\*/|\\s+", "");
        return HIDING.matcher(css).find() || css.contains("overflow:hidden") && CLOSED.matcher(css).find();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (unseen.contains(node)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (node instanceof TextNode words) {
            if (preformatted > 0) {
                text.append(words.getWholeText());
            } else {
                append(words.text());
            }
        } else if (node instanceof Comment comment) {
            // programs for mails write conditional ones
            hidden += comment.getData().isBlank() || comment.getData().startsWith("[") ? 0 : 1;
        } else if (node instanceof Element element) {
            String name = element.normalName();
            preformatted += name.equals("pre") ? 1 : 0;
            anchor = name.equals("a") ? text.length() : anchor;
            if (name.equals("br")) {
                text.append('\n');
            } else if (BLOCKS.contains(name)) {
                newLine(PARAGRAPHS.contains(name) ? 2 : 1);
                text.append(name.equals("li") ? "- " : "");
            } else if (name.equals("td") || name.equals("th")) {
                append(" ");
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= element.normalName().equals("pre") ? 1 : 0;
            if (element.normalName().equals("a")) {
                link(element);
            } else if (BLOCKS.contains(element.normalName())) {
                newLine(PARAGRAPHS.contains(element.normalName()) ? 2 : 1);
            }
        }
        return FilterResult.CONTINUE;
    }

    private void link(Element element) {
        String target = element.attr("href").strip();
        boolean worthKeeping = target.matches("(?is)(https?|ftp|mailto|tel):.{1," + MAX_LINK + "}")
                && text.indexOf(target.replaceFirst("(?i)^(mailto|tel):", ""), anchor) < 0;
        if (worthKeeping) {
            append(" <" + target + ">");
        }
    }

    private void append(String words) {
        boolean atBreak = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atBreak && words.startsWith(" ") ? words.substring(1) : words);
    }

    private void newLine(int wanted) {
        int end = text.length();
        int breaks = 0;
        while (end > 0 && breaks < wanted && Character.isWhitespace(text.charAt(end - 1))) {
            breaks += text.charAt(--end) == '\n' ? 1 : 0;
        }
        if (end > 0 && breaks < wanted) {
            text.append("\n".repeat(wanted - breaks));
        }
    }
}
