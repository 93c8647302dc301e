package org.deskwright.learning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A square diagram of two shares, as SVG that takes its colours from the page around it. */
final class Chart {

    private static final int SIZE = 320;
    private static final int LEFT = 44;
    private static final int TOP = 12;
    private static final int TICKS = 5;

    private final StringBuilder svg = new StringBuilder();
    private final double lowest;

    /** @param lowest where the upright axis begins */
    Chart(String title, String across, String up, double lowest) {
        this.lowest = lowest;
        add("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", LEFT + SIZE + 16, TOP + SIZE + 42, title);
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = tick / (double) TICKS;
            double height = lowest + share * (1 - lowest);
            add("<path class=\"grid\" d=\"M%.1f %dV%dM%d %.1fH%d\"/>", x(share), TOP, TOP + SIZE, LEFT, y(height), LEFT + SIZE);
            add("<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>", x(share), TOP + SIZE + 16, share);
            add("<text class=\"tick\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 7, y(height) + 4,
                    String.format(Locale.ROOT, lowest == 0 ? "%.1f" : "%.2f", height));
        }
        add("<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>", LEFT + SIZE / 2, TOP + SIZE + 36, across);
        add("<text class=\"axis\" transform=\"translate(11 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>", TOP + SIZE / 2, up);
    }

    Chart line(String style, List<double[]> points) {
        add("<polyline class=\"%s\" points=\"%s\"/>", style, points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point[0]), y(point[1]))).collect(Collectors.joining(" ")));
        return this;
    }

    Chart level(double height, String label) {
        if (height >= lowest) {
            add("<path class=\"level\" d=\"M%d %.1fH%d\"/><text class=\"note\" x=\"%d\" y=\"%.1f\">%s</text>", LEFT, y(height), LEFT + SIZE,
                    LEFT + 5, y(height) - 4, label);
        }
        return this;
    }

    /** @param place rank among the marks, so that their labels do not lie on one another */
    Chart mark(double across, String label, int place) {
        boolean atTheEnd = across > 0.5;
        add("<path class=\"mark\" d=\"M%.1f %dV%d\"/><text class=\"note strong\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>", x(across), TOP,
                TOP + SIZE, x(across) + (atTheEnd ? -5 : 5), TOP + SIZE - 8 - 15 * place, atTheEnd ? "end" : "start", label);
        return this;
    }

    Chart interval(double across, double from, double to, double at, String label) {
        add("<g><title>%s</title><path class=\"interval\" d=\"M%.1f %.1fV%.1f\"/><circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/></g>", label,
                x(across), y(Math.max(lowest, from)), y(to), x(across), y(at));
        return this;
    }

    String svg() {
        return svg + "</svg>";
    }

    private double x(double share) {
        return LEFT + share * SIZE;
    }

    private double y(double share) {
        return TOP + SIZE - (Math.max(lowest, share) - lowest) / (1 - lowest) * SIZE;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
