package org.deskwright.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Amounts of money as people in different countries write them: 1.234,56 €, $1,234.56, 1 200 EUR. */
final class Amounts {

    private static final Map<String, String> CURRENCIES = Map.ofEntries(Map.entry("€", "EUR"), Map.entry("eur", "EUR"), Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"), Map.entry("$", "USD"), Map.entry("us$", "USD"), Map.entry("usd", "USD"), Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"), Map.entry("£", "GBP"), Map.entry("gbp", "GBP"), Map.entry("chf", "CHF"), Map.entry("r$", "BRL"),
            Map.entry("brl", "BRL"), Map.entry("reais", "BRL"), Map.entry("jpy", "JPY"), Map.entry("¥", "JPY"), Map.entry("pln", "PLN"),
            Map.entry("sek", "SEK"), Map.entry("nok", "NOK"), Map.entry("dkk", "DKK"));
    private static final String CURRENCY = "(us\\$|r\\$|[€$£¥]|(?<!\\p{L})(?:eur(?:os?)?|usd|gbp|chf|brl|reais|jpy|pln|sek|nok|dkk|dollars?)(?!\\p{L}))";
    private static final String NUMBER = "((?<![\\d.,])(?:\\d{1,3}(?:[.,' ]\\d{3}){1,4}|\\d{1,12})(?:[.,]\\d{1,2})?)(?![\\d]|[.,]\\d)";
    private static final Pattern AMOUNT = Pattern.compile("(?iu)" + CURRENCY + " ?" + NUMBER + "|" + NUMBER + "(?:,-)? ?" + CURRENCY);

    private Amounts() {
    }

    static List<Amount> in(String text) {
        return AMOUNT.matcher(text).results().map(Amounts::amount).distinct().toList();
    }

    private static Amount amount(MatchResult match) {
        boolean before = match.group(1) != null;
        return new Amount(value(match.group(before ? 2 : 3)), CURRENCIES.get(match.group(before ? 1 : 4).toLowerCase(Locale.ROOT)));
    }

    /** One or two digits behind the last mark are cents; three are thousands. */
    private static BigDecimal value(String written) {
        int mark = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        boolean cents = mark >= 0 && written.length() - mark <= 3;
        String whole = (cents ? written.substring(0, mark) : written).replaceAll("\\D", "");
        return new BigDecimal(cents ? whole + "." + written.substring(mark + 1) : whole);
    }
}
